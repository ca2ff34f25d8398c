<?xml version='1.0' encoding='UTF-8'?>
<tileset version="1.8" tiledversion="1.8.2" name="regions" tilewidth="64" tileheight="32" tilecount="21" columns="7">
 <grid orientation="isometric" width="64" height="32" />
 <image source="regions.png" width="448" height="96" />
 <tile id="0">
  <properties>
   <property name="district" value="parting_stairs" />
  </properties>
 </tile>
 <tile id="1">
  <properties>
   <property name="district" value="bare_smile_row" />
  </properties>
 </tile>
 <tile id="2">
  <properties>
   <property name="district" value="hearsay_lanes" />
  </properties>
 </tile>
 <tile id="3">
  <properties>
   <property name="district" value="handwork" />
  </properties>
 </tile>
 <tile id="4">
  <properties>
   <property name="district" value="low_witness" />
  </properties>
 </tile>
 <tile id="5">
  <properties>
   <property name="district" value="the_lent_clinic" />
  </properties>
 </tile>
 <tile id="6">
  <properties>
   <property name="district" value="rift_gardens" />
  </properties>
 </tile>
 <tile id="7">
  <properties>
   <property name="district" value="commonplace" />
  </properties>
 </tile>
 <tile id="8">
  <properties>
   <property name="district" value="interval" />
  </properties>
 </tile>
 <tile id="9">
  <properties>
   <property name="district" value="perfect_terrace" />
  </properties>
 </tile>
 <tile id="10">
  <properties>
   <property name="district" value="enhancement_row" />
  </properties>
 </tile>
 <tile id="11">
  <properties>
   <property name="district" value="high_verdict" />
  </properties>
 </tile>
 <tile id="12">
  <properties>
   <property name="district" value="unmended" />
  </properties>
 </tile>
 <tile id="13">
  <properties>
   <property name="district" value="echo_vaults" />
  </properties>
 </tile>
 <tile id="14">
  <properties>
   <property name="district" value="assembly_isle" />
  </properties>
 </tile>
 <tile id="15">
  <properties>
   <property name="district" value="the_seam" />
  </properties>
 </tile>
</tileset>