<?xml version='1.0' encoding='UTF-8'?>
<tileset version="1.8" tiledversion="1.8.2" name="regions" tilewidth="64" tileheight="32" tilecount="28" columns="7">
 <grid orientation="isometric" width="64" height="32" />
 <image source="regions.png" width="448" height="128" />
 <tile id="0">
  <properties>
   <property name="district" value="first_gate" />
  </properties>
 </tile>
 <tile id="1">
  <properties>
   <property name="district" value="second_gate" />
  </properties>
 </tile>
 <tile id="2">
  <properties>
   <property name="district" value="third_gate" />
  </properties>
 </tile>
 <tile id="3">
  <properties>
   <property name="district" value="fourth_gate" />
  </properties>
 </tile>
 <tile id="4">
  <properties>
   <property name="district" value="fifth_gate" />
  </properties>
 </tile>
 <tile id="5">
  <properties>
   <property name="district" value="sixth_gate" />
  </properties>
 </tile>
 <tile id="6">
  <properties>
   <property name="district" value="amber_arc" />
  </properties>
 </tile>
 <tile id="7">
  <properties>
   <property name="district" value="copper_arc" />
  </properties>
 </tile>
 <tile id="8">
  <properties>
   <property name="district" value="jade_arc" />
  </properties>
 </tile>
 <tile id="9">
  <properties>
   <property name="district" value="slate_arc" />
  </properties>
 </tile>
 <tile id="10">
  <properties>
   <property name="district" value="coral_arc" />
  </properties>
 </tile>
 <tile id="11">
  <properties>
   <property name="district" value="violet_arc" />
  </properties>
 </tile>
 <tile id="12">
  <properties>
   <property name="district" value="amber_yards" />
  </properties>
 </tile>
 <tile id="13">
  <properties>
   <property name="district" value="copper_yards" />
  </properties>
 </tile>
 <tile id="14">
  <properties>
   <property name="district" value="jade_yards" />
  </properties>
 </tile>
 <tile id="15">
  <properties>
   <property name="district" value="slate_yards" />
  </properties>
 </tile>
 <tile id="16">
  <properties>
   <property name="district" value="coral_yards" />
  </properties>
 </tile>
 <tile id="17">
  <properties>
   <property name="district" value="violet_yards" />
  </properties>
 </tile>
 <tile id="18">
  <properties>
   <property name="district" value="east_commons" />
  </properties>
 </tile>
 <tile id="19">
  <properties>
   <property name="district" value="vow_commons" />
  </properties>
 </tile>
 <tile id="20">
  <properties>
   <property name="district" value="echo_commons" />
  </properties>
 </tile>
 <tile id="21">
  <properties>
   <property name="district" value="west_commons" />
  </properties>
 </tile>
 <tile id="22">
  <properties>
   <property name="district" value="song_commons" />
  </properties>
 </tile>
 <tile id="23">
  <properties>
   <property name="district" value="dawn_commons" />
  </properties>
 </tile>
</tileset>