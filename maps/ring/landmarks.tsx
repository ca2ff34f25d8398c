<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="landmarks" tilewidth="192" tileheight="230" tilecount="11" columns="11">
 <tileoffset x="-64" y="0"/>
 <grid orientation="isometric" width="64" height="32"/>
 <image source="landmarks.png" width="2112" height="230"/>
 <tile id="0">
  <properties>
   <property name="kind" value="dome"/>
   <property name="span" type="int" value="3"/>
  </properties>
 </tile>
 <tile id="1">
  <properties>
   <property name="kind" value="holo"/>
   <property name="span" type="int" value="3"/>
  </properties>
 </tile>
 <tile id="2">
  <properties>
   <property name="kind" value="commons"/>
   <property name="span" type="int" value="3"/>
  </properties>
 </tile>
 <tile id="3">
  <properties>
   <property name="kind" value="gala"/>
   <property name="span" type="int" value="3"/>
  </properties>
 </tile>
 <tile id="4">
  <properties>
   <property name="kind" value="transit"/>
   <property name="span" type="int" value="3"/>
  </properties>
 </tile>
 <tile id="5">
  <properties>
   <property name="kind" value="clinic"/>
   <property name="span" type="int" value="2"/>
  </properties>
 </tile>
 <tile id="6">
  <properties>
   <property name="kind" value="sanctuary"/>
   <property name="span" type="int" value="2"/>
  </properties>
 </tile>
 <tile id="7">
  <properties>
   <property name="kind" value="atelier"/>
   <property name="span" type="int" value="3"/>
  </properties>
 </tile>
 <tile id="8">
  <properties>
   <property name="kind" value="bazaar"/>
   <property name="span" type="int" value="3"/>
  </properties>
 </tile>
 <tile id="9">
  <properties>
   <property name="kind" value="observatory"/>
   <property name="span" type="int" value="3"/>
  </properties>
 </tile>
 <tile id="10">
  <properties>
   <property name="kind" value="founders"/>
   <property name="span" type="int" value="3"/>
  </properties>
 </tile>
</tileset>
