# Names of the game's things and people, each with a line about it. The key ends as the content's key does.

names-faction-sra = { common-sra }
names-faction-sra-short = { common-sra-short }
names-faction-sra-about = Volunteers who think that nobody should need permission to smile. They have crowds, clinics and no money.
names-faction-occ = { common-occ }
names-faction-occ-short = { common-occ-short }
names-faction-occ-about = The best technique there is, and the bill for it. They mean well by everyone who can be served.
names-faction-ca = { common-ca }
names-faction-ca-short = { common-ca-short }
names-faction-ca-about = Artists and alchemists of the smile, at home wherever people still listen to both sides.
names-faction-residents = { common-residents }
names-faction-residents-short = { common-residents }
names-faction-residents-about = Everyone who has not made up their mind. They are the city; ask them nicely.
names-chapter = { $faction } { $chapter }

## Leaders

names-leader-alok_dsouza = Alok D'Souza
names-leader-alok_dsouza-about = Opens pop-up clinics faster than anyone can close them, and knows every volunteer by name.
names-leader-juno_armitage = Juno Armitage
names-leader-juno_armitage-about = Voice of the Organic Smilers. Her lip-dance stops traffic; her assemblies start conversations.
names-leader-carmen_reyes = Carmen Reyes
names-leader-carmen_reyes-about = A critic with a holo-cam and the patience to wait for the moment a face forgets it is watched.
names-leader-kai_harper = Kai Harper
names-leader-kai_harper-about = Knows every street that no clinic serves. Organises protests that end with a list of demands and tea.
names-leader-victor_lennox = Dr. Victor Lennox
names-leader-victor_lennox-about = Built the minds that run the Command Centers, and has begun to ask whom they serve.
names-leader-zara_lin = Zara Lin
names-leader-zara_lin-about = Biotech dental engineer and star of the exhibition. Her flawless holograms once turned into real smiles; she has not looked away since.
names-leader-mirela_stroud = Mirela Stroud
names-leader-mirela_stroud-about = Runs forty chairs on time. Believes that a queue is the one cruelty every clinic can do without.
names-leader-idris_okafor = Idris Okafor
names-leader-idris_okafor-about = Sold insurance, then hope, now both. Reads every complaint himself and answers the rude ones first.
names-leader-lyra_valerian = Dr. Lyra Valerian
names-leader-lyra_valerian-about = Cultural Alchemist of the Smile Guild. Holds that every smile is a story with an author.
names-leader-talia_foxglove = Talia Foxglove
names-leader-talia_foxglove-about = Keeps the Fabrication Studios open to those without a credit, and the debate open to those without a title.
names-leader-kai_torvyn = Kai Torvyn
names-leader-kai_torvyn-about = Maker of the Neural Dental Landscapes. Told his investors the risks in public, and slept well.
names-leader-ezra_myles = Ezra Myles
names-leader-ezra_myles-about = Genetic engineer between ambition and conscience; lately conscience has the better arguments.

## Facilities

names-facility-community_clinic = Community Clinic
names-facility-community_clinic-about = Care around the corner, paid for by whoever can pay. Need falls by 4 a turn.
names-facility-organising_hub = Organising Hub
names-facility-organising_hub-about = A copier, a kettle, a list of doors to knock on. Earns voice.
names-facility-free_school = Free School
names-facility-free_school-about = Lessons in brushing and in bargaining. Need falls, and once a season so does unrest.
names-facility-command_center = Command Center
names-facility-command_center-about = The flagship clinic. Treats all who enter, and earns where people can pay.
names-facility-smilescape_theatre = Smilescape Theatre
names-facility-smilescape_theatre-about = Try on tomorrow's smile tonight. Tastes turn Enhanced, and tickets pay.
names-facility-nanobot_lab = Nanobot Lab
names-facility-nanobot_lab-about = Small machines, long hours. Relieves need and sells what it learns.
names-facility-smile_guild = Smile Guild
names-facility-smile_guild-about = Workshops for the smile one already has. Earns voice, and speaks best where people meet in the middle.
names-facility-fabrication_studio = Fabrication Studio
names-facility-fabrication_studio-about = Joyful things made by hand and by machine. Earns credits, softens extremes, calms once a season.
names-facility-mural = Mural
names-facility-mural-about = A wall that everyone walked past, until everyone painted it. Calms once a season.

## Verbs

names-verb-campaign = Campaign
names-verb-campaign-about = Speak, listen, shake hands. Free, and it always counts.
names-verb-care = Care
names-verb-care-about = A pop-up clinic: relieves need, and people thank you for what really got better.
names-verb-festival = Festival
names-verb-festival-about = Loud, calming, heard next door. Better together.
names-verb-forum = Forum
names-verb-forum-about = Let people say it to each other. Calms, and earns thanks where there is something to calm.
names-verb-build = Build
names-verb-build-about = A facility that works from next turn on, and costs upkeep.
names-verb-travel = Travel
names-verb-travel-about = Go any distance; arriving is all you do this turn.
names-verb-rally = Rally
names-verb-rally-about = The lip-dance. Free, earns voice, and stirs things up a little.
names-verb-showcase = Showcase
names-verb-showcase-about = Show what technique can do. It pays for itself, most of all among the affluent.
names-verb-story_circle = Story Circle
names-verb-story_circle-about = Everyone tells one. Costs 1 voice and returns it; people come nearer to the middle and calm down.
names-verb-pledge = Pledge
names-verb-pledge-about = Parts for a Technique Sanctuary, and stakes in it. Alone it is slow, together quick.
names-verb-motion = Motion
names-verb-motion-about = Puts a law from your hand on next season's docket. Move it wherever you like.
names-verb-ballot = Ballot
names-verb-ballot-about = For or against a law on the docket, with as much voice behind it as you dare.
names-verb-gift = Gift
names-verb-gift-about = Credits or voice for another faction, with no strings that anyone could see.
names-verb-close = Closing
names-verb-close-about = Give up a facility of your own: its slot is free at once, and its upkeep ends.

## Sanctuaries, laws, districts

names-part-consent = Consent
names-part-technique = Technique
names-part-art = Art
names-axis-care = Care
names-axis-enhancement = Enhancement
names-axis-commons = Commons
names-axis-commerce = Commerce
names-wealth-underserved = underserved
names-wealth-mixed = mixed
names-wealth-affluent = affluent

## Landmarks

names-landmark-council_dome = Council Dome
names-landmark-council_dome-about = Where the city argues under one roof, with good acoustics.
names-landmark-gala_hall = Gala Hall
names-landmark-gala_hall-about = Once a season the whole city looks here, and is looked at.
names-landmark-smile_commons = Smile Commons
names-landmark-smile_commons-about = Belongs to nobody, so everybody holds their meetings in it.
names-landmark-holo_plaza = Holo Plaza
names-landmark-holo_plaza-about = Light sculptures that have been known to change their minds.
names-landmark-transit_hub = Transit Hub
names-landmark-transit_hub-about = Every line meets here, and so does everyone who missed one.
names-landmark-clinic_campus = Clinic Campus
names-landmark-clinic_campus-about = Quiet lawns, bright corridors, and the longest waiting list in town.
names-landmark-aesthetic_sanctuary = Aesthetic Sanctuary
names-landmark-aesthetic_sanctuary-about = A hall built to be looked at while looking. Festivals held here are talked about for a week.
names-landmark-night_market = Night Market
names-landmark-night_market-about = Soup, spare parts and second opinions until four. A speech here ends with a hat going round.
names-landmark-old_observatory = Old Observatory
names-landmark-old_observatory-about = The neighbours are used to the long view, and change their minds slowly.
names-landmark-founders_garden = Founders' Garden
names-landmark-founders_garden-about = Every bench bears a name. Who gives to a Sanctuary here is remembered with a tree.
