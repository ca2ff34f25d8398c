<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="works" tilewidth="64" tileheight="240" tilecount="26" columns="13">
 <grid orientation="isometric" width="64" height="32"/>
 <image source="works.png" width="832" height="480"/>
 <tile id="0">
  <properties>
   <property name="kind" value="dock0"/>
  </properties>
 </tile>
 <tile id="1">
  <properties>
   <property name="kind" value="boat0"/>
  </properties>
 </tile>
 <tile id="2">
  <properties>
   <property name="kind" value="boat1"/>
  </properties>
 </tile>
 <tile id="3">
  <properties>
   <property name="kind" value="skyx"/>
  </properties>
 </tile>
 <tile id="4">
  <properties>
   <property name="kind" value="skyy"/>
  </properties>
 </tile>
 <tile id="5">
  <properties>
   <property name="kind" value="skyc"/>
  </properties>
 </tile>
 <tile id="6">
  <properties>
   <property name="kind" value="crane0:res"/>
  </properties>
 </tile>
 <tile id="7">
  <properties>
   <property name="kind" value="spire0:res"/>
  </properties>
 </tile>
 <tile id="8">
  <properties>
   <property name="kind" value="spire1:res"/>
  </properties>
 </tile>
 <tile id="9">
  <properties>
   <property name="kind" value="spire2:res"/>
  </properties>
 </tile>
 <tile id="10">
  <properties>
   <property name="kind" value="stack0:res"/>
  </properties>
 </tile>
 <tile id="11">
  <properties>
   <property name="kind" value="crane0:sra"/>
  </properties>
 </tile>
 <tile id="12">
  <properties>
   <property name="kind" value="spire0:sra"/>
  </properties>
 </tile>
 <tile id="13">
  <properties>
   <property name="kind" value="spire1:sra"/>
  </properties>
 </tile>
 <tile id="14">
  <properties>
   <property name="kind" value="spire2:sra"/>
  </properties>
 </tile>
 <tile id="15">
  <properties>
   <property name="kind" value="stack0:sra"/>
  </properties>
 </tile>
 <tile id="16">
  <properties>
   <property name="kind" value="crane0:occ"/>
  </properties>
 </tile>
 <tile id="17">
  <properties>
   <property name="kind" value="spire0:occ"/>
  </properties>
 </tile>
 <tile id="18">
  <properties>
   <property name="kind" value="spire1:occ"/>
  </properties>
 </tile>
 <tile id="19">
  <properties>
   <property name="kind" value="spire2:occ"/>
  </properties>
 </tile>
 <tile id="20">
  <properties>
   <property name="kind" value="stack0:occ"/>
  </properties>
 </tile>
 <tile id="21">
  <properties>
   <property name="kind" value="crane0:ca"/>
  </properties>
 </tile>
 <tile id="22">
  <properties>
   <property name="kind" value="spire0:ca"/>
  </properties>
 </tile>
 <tile id="23">
  <properties>
   <property name="kind" value="spire1:ca"/>
  </properties>
 </tile>
 <tile id="24">
  <properties>
   <property name="kind" value="spire2:ca"/>
  </properties>
 </tile>
 <tile id="25">
  <properties>
   <property name="kind" value="stack0:ca"/>
  </properties>
 </tile>
</tileset>
