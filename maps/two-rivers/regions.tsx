<?xml version='1.0' encoding='UTF-8'?>
<tileset version="1.8" tiledversion="1.8.2" name="regions" tilewidth="64" tileheight="32" tilecount="21" columns="7">
 <grid orientation="isometric" width="64" height="32" />
 <image source="regions.png" width="448" height="96" />
 <tile id="0">
  <properties>
   <property name="district" value="argent_rise" />
  </properties>
 </tile>
 <tile id="1">
  <properties>
   <property name="district" value="prism_weir" />
  </properties>
 </tile>
 <tile id="2">
  <properties>
   <property name="district" value="pump_rows" />
  </properties>
 </tile>
 <tile id="3">
  <properties>
   <property name="district" value="willow_court" />
  </properties>
 </tile>
 <tile id="4">
  <properties>
   <property name="district" value="guildhall_bank" />
  </properties>
 </tile>
 <tile id="5">
  <properties>
   <property name="district" value="inkwell_court" />
  </properties>
 </tile>
 <tile id="6">
  <properties>
   <property name="district" value="potters_reach" />
  </properties>
 </tile>
 <tile id="7">
  <properties>
   <property name="district" value="opal_bend" />
  </properties>
 </tile>
 <tile id="8">
  <properties>
   <property name="district" value="the_flats" />
  </properties>
 </tile>
 <tile id="9">
  <properties>
   <property name="district" value="sluice_yards" />
  </properties>
 </tile>
 <tile id="10">
  <properties>
   <property name="district" value="loomside" />
  </properties>
 </tile>
 <tile id="11">
  <properties>
   <property name="district" value="old_ferry" />
  </properties>
 </tile>
 <tile id="12">
  <properties>
   <property name="district" value="orchard_bank" />
  </properties>
 </tile>
 <tile id="13">
  <properties>
   <property name="district" value="reedmarket" />
  </properties>
 </tile>
 <tile id="14">
  <properties>
   <property name="district" value="weirgate" />
  </properties>
 </tile>
 <tile id="15">
  <properties>
   <property name="district" value="coopers_fold" />
  </properties>
 </tile>
 <tile id="16">
  <properties>
   <property name="district" value="confluence" />
  </properties>
 </tile>
 <tile id="17">
  <properties>
   <property name="district" value="handfast_isle" />
  </properties>
 </tile>
</tileset>