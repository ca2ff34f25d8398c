# The laws of the Council, each with a line about it. The key ends as the law's key does.
# What a law changes is told from its numbers, so a line here names none.

## Care

laws-open_clinics = Open Clinics
laws-open_clinics-about = A pop-up clinic needs a table, two chairs and nobody's leave. The Centers wonder aloud what a queue is for, if anyone may start one.
laws-transparent_health_data = Transparent Health Data
laws-transparent_health_data-about = Whoever is measured may read the measurements. Rumours starve, and so do some brochures.
laws-nanobot_safety_code = Nanobot Safety Code
laws-nanobot_safety_code-about = Every tray is certified, stamped and filed. The Labs have a desk for that; the pop-up clinics have a folding table.
laws-investment_duty = Investment Duty
laws-investment_duty-about = Who earns on the hill pays for a chair below it. The accountants call it leakage, the neighbours call it Tuesday.

## Enhancement

laws-elixir_trials = Elixir Trials
laws-elixir_trials-about = Volunteers with a contract go first, and come back radiant. The small print comes back later.
laws-ethical_ai_charter = Ethical AI Charter
laws-ethical_ai_charter-about = A diagnosis must say why, and the tool that made it must be lent out. Fewer secrets, more workshops.
laws-right_to_imperfection = Right to Imperfection
laws-right_to_imperfection-about = Nobody may be refused, graded or filtered for the smile they brought along. Perfection takes it personally.
laws-genetic_commons = Genetic Commons
laws-genetic_commons-about = No patent on a grin: the recipes are public, and the arguments about taste become shorter.

## Commons

laws-festival_charter = Festival Charter
laws-festival_charter-about = Any square, any group, one form. Bands that used to play the Rally for soup are suddenly booked until spring.
laws-quiet_streets = Quiet Streets
laws-quiet_streets-about = After dark the loudest districts are asked to lower their voice. Tempers cool there, and so does every drum and every circle.
laws-community_smiles = Community Smiles
laws-community_smiles-about = Faces for walls and screens are drawn from the street they hang in. Catalogues look pale beside them.
laws-mural_fund = Mural Fund
laws-mural_fund-about = Everybody pays a little so that no wall stays grey. Some paid in grey walls until now.

## Commerce

laws-smile_levy = Smile Levy
laws-smile_levy-about = The more houses one keeps, the more one pays, and the money walks straight to the longest queue.
laws-sponsored_stages = Sponsored Stages
laws-sponsored_stages-about = The festival is free, thanks to tonight's toothpaste. The crowd learns to boo in jingles.
laws-premium_licence = Premium Licence
laws-premium_licence-about = A finer chair may cost a finer price. The best hands move uphill, one by one and with regret.
laws-data_dividend = Data Dividend
laws-data_dividend-about = Your file earns you a coin. New buildings begin to look like meters, and stories told for nothing grow rare.
