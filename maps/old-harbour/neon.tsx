<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="neon" tilewidth="64" tileheight="160" tilecount="75" columns="15">
 <grid orientation="isometric" width="64" height="32"/>
 <image source="neon.png" width="960" height="800"/>
 <tile id="0">
  <properties>
   <property name="kind" value="plaza0"/>
  </properties>
 </tile>
 <tile id="1">
  <properties>
   <property name="kind" value="plaza1"/>
  </properties>
 </tile>
 <tile id="2">
  <properties>
   <property name="kind" value="plaza2"/>
  </properties>
 </tile>
 <tile id="3">
  <properties>
   <property name="kind" value="roadx"/>
  </properties>
 </tile>
 <tile id="4">
  <properties>
   <property name="kind" value="roady"/>
  </properties>
 </tile>
 <tile id="5">
  <properties>
   <property name="kind" value="roadc"/>
  </properties>
 </tile>
 <tile id="6">
  <properties>
   <property name="kind" value="water0"/>
  </properties>
 </tile>
 <tile id="7">
  <properties>
   <property name="kind" value="water1"/>
  </properties>
 </tile>
 <tile id="8">
  <properties>
   <property name="kind" value="water2"/>
  </properties>
 </tile>
 <tile id="9">
  <properties>
   <property name="kind" value="park0"/>
  </properties>
 </tile>
 <tile id="10">
  <properties>
   <property name="kind" value="park1"/>
  </properties>
 </tile>
 <tile id="11">
  <properties>
   <property name="kind" value="park2"/>
  </properties>
 </tile>
 <tile id="12">
  <properties>
   <property name="kind" value="park3"/>
  </properties>
 </tile>
 <tile id="13">
  <properties>
   <property name="kind" value="bridgex"/>
  </properties>
 </tile>
 <tile id="14">
  <properties>
   <property name="kind" value="bridgey"/>
  </properties>
 </tile>
 <tile id="15">
  <properties>
   <property name="kind" value="low0:res"/>
  </properties>
 </tile>
 <tile id="16">
  <properties>
   <property name="kind" value="low1:res"/>
  </properties>
 </tile>
 <tile id="17">
  <properties>
   <property name="kind" value="low2:res"/>
  </properties>
 </tile>
 <tile id="18">
  <properties>
   <property name="kind" value="mid0:res"/>
  </properties>
 </tile>
 <tile id="19">
  <properties>
   <property name="kind" value="mid1:res"/>
  </properties>
 </tile>
 <tile id="20">
  <properties>
   <property name="kind" value="mid2:res"/>
  </properties>
 </tile>
 <tile id="21">
  <properties>
   <property name="kind" value="tower0:res"/>
  </properties>
 </tile>
 <tile id="22">
  <properties>
   <property name="kind" value="tower1:res"/>
  </properties>
 </tile>
 <tile id="23">
  <properties>
   <property name="kind" value="tower2:res"/>
  </properties>
 </tile>
 <tile id="24">
  <properties>
   <property name="kind" value="step0:res"/>
  </properties>
 </tile>
 <tile id="25">
  <properties>
   <property name="kind" value="fact0:res"/>
  </properties>
 </tile>
 <tile id="26">
  <properties>
   <property name="kind" value="mark0:res"/>
  </properties>
 </tile>
 <tile id="27">
  <properties>
   <property name="kind" value="mark1:res"/>
  </properties>
 </tile>
 <tile id="28">
  <properties>
   <property name="kind" value="fest0:res"/>
  </properties>
 </tile>
 <tile id="29">
  <properties>
   <property name="kind" value="bill0:res"/>
  </properties>
 </tile>
 <tile id="30">
  <properties>
   <property name="kind" value="low0:sra"/>
  </properties>
 </tile>
 <tile id="31">
  <properties>
   <property name="kind" value="low1:sra"/>
  </properties>
 </tile>
 <tile id="32">
  <properties>
   <property name="kind" value="low2:sra"/>
  </properties>
 </tile>
 <tile id="33">
  <properties>
   <property name="kind" value="mid0:sra"/>
  </properties>
 </tile>
 <tile id="34">
  <properties>
   <property name="kind" value="mid1:sra"/>
  </properties>
 </tile>
 <tile id="35">
  <properties>
   <property name="kind" value="mid2:sra"/>
  </properties>
 </tile>
 <tile id="36">
  <properties>
   <property name="kind" value="tower0:sra"/>
  </properties>
 </tile>
 <tile id="37">
  <properties>
   <property name="kind" value="tower1:sra"/>
  </properties>
 </tile>
 <tile id="38">
  <properties>
   <property name="kind" value="tower2:sra"/>
  </properties>
 </tile>
 <tile id="39">
  <properties>
   <property name="kind" value="step0:sra"/>
  </properties>
 </tile>
 <tile id="40">
  <properties>
   <property name="kind" value="fact0:sra"/>
  </properties>
 </tile>
 <tile id="41">
  <properties>
   <property name="kind" value="mark0:sra"/>
  </properties>
 </tile>
 <tile id="42">
  <properties>
   <property name="kind" value="mark1:sra"/>
  </properties>
 </tile>
 <tile id="43">
  <properties>
   <property name="kind" value="fest0:sra"/>
  </properties>
 </tile>
 <tile id="44">
  <properties>
   <property name="kind" value="bill0:sra"/>
  </properties>
 </tile>
 <tile id="45">
  <properties>
   <property name="kind" value="low0:occ"/>
  </properties>
 </tile>
 <tile id="46">
  <properties>
   <property name="kind" value="low1:occ"/>
  </properties>
 </tile>
 <tile id="47">
  <properties>
   <property name="kind" value="low2:occ"/>
  </properties>
 </tile>
 <tile id="48">
  <properties>
   <property name="kind" value="mid0:occ"/>
  </properties>
 </tile>
 <tile id="49">
  <properties>
   <property name="kind" value="mid1:occ"/>
  </properties>
 </tile>
 <tile id="50">
  <properties>
   <property name="kind" value="mid2:occ"/>
  </properties>
 </tile>
 <tile id="51">
  <properties>
   <property name="kind" value="tower0:occ"/>
  </properties>
 </tile>
 <tile id="52">
  <properties>
   <property name="kind" value="tower1:occ"/>
  </properties>
 </tile>
 <tile id="53">
  <properties>
   <property name="kind" value="tower2:occ"/>
  </properties>
 </tile>
 <tile id="54">
  <properties>
   <property name="kind" value="step0:occ"/>
  </properties>
 </tile>
 <tile id="55">
  <properties>
   <property name="kind" value="fact0:occ"/>
  </properties>
 </tile>
 <tile id="56">
  <properties>
   <property name="kind" value="mark0:occ"/>
  </properties>
 </tile>
 <tile id="57">
  <properties>
   <property name="kind" value="mark1:occ"/>
  </properties>
 </tile>
 <tile id="58">
  <properties>
   <property name="kind" value="fest0:occ"/>
  </properties>
 </tile>
 <tile id="59">
  <properties>
   <property name="kind" value="bill0:occ"/>
  </properties>
 </tile>
 <tile id="60">
  <properties>
   <property name="kind" value="low0:ca"/>
  </properties>
 </tile>
 <tile id="61">
  <properties>
   <property name="kind" value="low1:ca"/>
  </properties>
 </tile>
 <tile id="62">
  <properties>
   <property name="kind" value="low2:ca"/>
  </properties>
 </tile>
 <tile id="63">
  <properties>
   <property name="kind" value="mid0:ca"/>
  </properties>
 </tile>
 <tile id="64">
  <properties>
   <property name="kind" value="mid1:ca"/>
  </properties>
 </tile>
 <tile id="65">
  <properties>
   <property name="kind" value="mid2:ca"/>
  </properties>
 </tile>
 <tile id="66">
  <properties>
   <property name="kind" value="tower0:ca"/>
  </properties>
 </tile>
 <tile id="67">
  <properties>
   <property name="kind" value="tower1:ca"/>
  </properties>
 </tile>
 <tile id="68">
  <properties>
   <property name="kind" value="tower2:ca"/>
  </properties>
 </tile>
 <tile id="69">
  <properties>
   <property name="kind" value="step0:ca"/>
  </properties>
 </tile>
 <tile id="70">
  <properties>
   <property name="kind" value="fact0:ca"/>
  </properties>
 </tile>
 <tile id="71">
  <properties>
   <property name="kind" value="mark0:ca"/>
  </properties>
 </tile>
 <tile id="72">
  <properties>
   <property name="kind" value="mark1:ca"/>
  </properties>
 </tile>
 <tile id="73">
  <properties>
   <property name="kind" value="fest0:ca"/>
  </properties>
 </tile>
 <tile id="74">
  <properties>
   <property name="kind" value="bill0:ca"/>
  </properties>
 </tile>
 <wangsets>
  <wangset name="Ground" type="corner" tile="-1">
   <wangcolor name="Plaza" color="#8f94c8" tile="-1" probability="1"/>
   <wangcolor name="Water" color="#26cdff" tile="-1" probability="1"/>
   <wangcolor name="Park" color="#62f4be" tile="-1" probability="1"/>
   <wangcolor name="Trees" color="#2f9a6b" tile="-1" probability="1"/>
   <wangtile tileid="0" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="1" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="2" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="6" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="7" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="8" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="9" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="10" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="11" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="12" wangid="0,4,0,4,0,4,0,4"/>
  </wangset>
 </wangsets>
</tileset>
