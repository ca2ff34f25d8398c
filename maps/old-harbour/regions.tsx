<?xml version='1.0' encoding='UTF-8'?>
<tileset version="1.8" tiledversion="1.8.2" name="regions" tilewidth="64" tileheight="32" tilecount="14" columns="7">
 <grid orientation="isometric" width="64" height="32" />
 <image source="regions.png" width="448" height="64" />
 <tile id="0">
  <properties>
   <property name="district" value="netmenders_row" />
  </properties>
 </tile>
 <tile id="1">
  <properties>
   <property name="district" value="tidewater" />
  </properties>
 </tile>
 <tile id="2">
  <properties>
   <property name="district" value="bell_gardens" />
  </properties>
 </tile>
 <tile id="3">
  <properties>
   <property name="district" value="customs_heights" />
  </properties>
 </tile>
 <tile id="4">
  <properties>
   <property name="district" value="mirror_crescent" />
  </properties>
 </tile>
 <tile id="5">
  <properties>
   <property name="district" value="fable_hill" />
  </properties>
 </tile>
 <tile id="6">
  <properties>
   <property name="district" value="lanternmakers" />
  </properties>
 </tile>
 <tile id="7">
  <properties>
   <property name="district" value="ferry_stairs" />
  </properties>
 </tile>
 <tile id="8">
  <properties>
   <property name="district" value="herring_quay" />
  </properties>
 </tile>
 <tile id="9">
  <properties>
   <property name="district" value="story_quay" />
  </properties>
 </tile>
 <tile id="10">
  <properties>
   <property name="district" value="chandlers_wharf" />
  </properties>
 </tile>
 <tile id="11">
  <properties>
   <property name="district" value="beacon_isle" />
  </properties>
 </tile>
</tileset>