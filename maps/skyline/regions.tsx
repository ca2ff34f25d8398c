<?xml version='1.0' encoding='UTF-8'?>
<tileset version="1.8" tiledversion="1.8.2" name="regions" tilewidth="64" tileheight="32" tilecount="21" columns="7">
 <grid orientation="isometric" width="64" height="32" />
 <image source="regions.png" width="448" height="96" />
 <tile id="0">
  <properties>
   <property name="district" value="lift_landing" />
  </properties>
 </tile>
 <tile id="1">
  <properties>
   <property name="district" value="gantry_rows" />
  </properties>
 </tile>
 <tile id="2">
  <properties>
   <property name="district" value="mezzanine" />
  </properties>
 </tile>
 <tile id="3">
  <properties>
   <property name="district" value="underlight" />
  </properties>
 </tile>
 <tile id="4">
  <properties>
   <property name="district" value="zenith" />
  </properties>
 </tile>
 <tile id="5">
  <properties>
   <property name="district" value="skyhook" />
  </properties>
 </tile>
 <tile id="6">
  <properties>
   <property name="district" value="vent_street" />
  </properties>
 </tile>
 <tile id="7">
  <properties>
   <property name="district" value="halfway" />
  </properties>
 </tile>
 <tile id="8">
  <properties>
   <property name="district" value="the_undercroft" />
  </properties>
 </tile>
 <tile id="9">
  <properties>
   <property name="district" value="halcyon_spires" />
  </properties>
 </tile>
 <tile id="10">
  <properties>
   <property name="district" value="counterweight" />
  </properties>
 </tile>
 <tile id="11">
  <properties>
   <property name="district" value="cable_rows" />
  </properties>
 </tile>
 <tile id="12">
  <properties>
   <property name="district" value="balcony_market" />
  </properties>
 </tile>
 <tile id="13">
  <properties>
   <property name="district" value="lamplow" />
  </properties>
 </tile>
 <tile id="14">
  <properties>
   <property name="district" value="apogee" />
  </properties>
 </tile>
 <tile id="15">
  <properties>
   <property name="district" value="sundeck_gate" />
  </properties>
 </tile>
 <tile id="16">
  <properties>
   <property name="district" value="shaft_seven" />
  </properties>
 </tile>
 <tile id="17">
  <properties>
   <property name="district" value="gallery_row" />
  </properties>
 </tile>
 <tile id="18">
  <properties>
   <property name="district" value="dripstone" />
  </properties>
 </tile>
 <tile id="19">
  <properties>
   <property name="district" value="cirrus_court" />
  </properties>
 </tile>
</tileset>