# What comes up in the city, each with a line about it. The key ends as the event's key does.
# What an event changes and harms is told from its numbers, so a line here names none.

## Dr. Voss's Atelier and the mindscape

events-janus_intrusion = Janus Intrusion
events-janus_intrusion-about = Something with two faces has moved into the clinics' network and is redecorating. Machines will not listen to people until people have talked it over.
events-mindscape_therapy = Mindscape Therapy
events-mindscape_therapy-about = Dr. Voss opens her chairs to everyone for a while. Old fears are walked through hand in hand, and most patients come out lighter.

## Smilescape

events-smilescape_malfunction = Smilescape Malfunction
events-smilescape_malfunction-about = Last month's smiles have begun to smile by themselves, at funerals too. Whoever treats people now will be remembered.
events-naturalist_hackers = Naturalist Hackers
events-naturalist_hackers-about = They switch the machines off so that you hear your own teeth. They would rather be argued with than arrested.
events-live_demonstration = Live Demonstration
events-live_demonstration-about = Dr. Chen operates in public, with her hands and her doubts on the big screen. A good day to be seen standing nearby.

## Organic Smilers and the Enhanced

events-holographic_unveiling = Holographic Unveiling
events-holographic_unveiling-about = The cloth comes off and the flawless faces start to age, laugh and crack. Nobody in the square agrees, and nobody goes home.
events-holo_cam_expose = Holo-cam Exposé
events-holo_cam_expose-about = A film of what the waiting room looks like when the brochure has left. It is being shown on every terrace with a view.
events-lip_dance_morning = Lip-Dance Morning
events-lip_dance_morning-about = It began with three people at a tram stop. By noon the trams have given up, and everyone who speaks has an audience.

## Smilists

events-whistleblower = Whistleblower
events-whistleblower-about = Somebody from the inside reads the internal memos aloud, slowly, with dates. The street would like an answer in person.
events-monopoly_inquiry = Monopoly Inquiry
events-monopoly_inquiry-about = For once the auditors knock at the front. While they count, nobody's regulars are safe.
events-healing_ritual = Healing Ritual
events-healing_ritual-about = Herbs, song and a very small machine, at the same chair. Patients leave calmer than any of the three could make them.
events-storytelling_night = Storytelling Night
events-storytelling_night-about = The Oral Historian has put out two rows of chairs, facing each other. Whoever listens here is heard tomorrow.
events-open_toolkit = Open Toolkit
events-open_toolkit-about = An unmarked crate with honest tools and a handwritten manual. No sender, but somebody thinks the handwriting is Dr. Lennox's.
events-protest_march = Protest March
events-protest_march-about = They have asked by letter, by form and by petition. Now they are asking by street.

## Cultural Alliance

events-artist_ousted = Artist Ousted
events-artist_ousted-about = The most copied face of the elixir programme is no longer welcome in it. Half the city prints the portrait, the other half the rules.
events-investor_ultimatum = Investor Ultimatum
events-investor_ultimatum-about = Results by the end of the week, or the money goes. Those who break ground may keep some of it; the neighbours will want to know for whom.
events-neural_landscape_premiere = Neural Landscape Premiere
events-neural_landscape_premiere-about = A walk through somebody else's memory, with somebody else walking through yours. Best seen in company.

## The city's own

events-waiting_list_leak = Waiting List Leak
events-waiting_list_leak-about = The list is public, and so is who was moved up it. Number four hundred and twelve has brought a chair and a megaphone.
events-dry_taps = Dry Taps
events-dry_taps-about = No water, no rinse, no patience. The clinic that brings its own canisters need not introduce itself.
events-counterfeit_elixirs = Counterfeit Elixirs
events-counterfeit_elixirs-about = Half price, twice the shine, and from the third day on a faint glow in the dark.
events-mirror_fever = Mirror Fever
events-mirror_fever-about = A filter that shows you improved has been left running on every shop window. Some people have stopped walking past.
events-students_strike = Students' Strike
events-students_strike-about = The dental school is empty, the square is full, and the placards are spelt beautifully.
events-borrowed_faces = Borrowed Faces
events-borrowed_faces-about = Every leader in the city has been seen this week promising everything. It will take the real ones to say that they did not.
events-silent_servers = Silent Servers
events-silent_servers-about = The network has gone down politely, with a notice and no date. Paper files are being invented again.
events-night_of_open_doors = Night of Open Doors
events-night_of_open_doors-about = Every house shows its kitchen. Children press all the buttons, and builders hand out cards.
events-travelling_atelier = Travelling Atelier
events-travelling_atelier-about = A workshop on wheels has parked here, with everything a Sanctuary is made of and nobody's name on it yet.
events-rooftop_choir = Rooftop Choir
events-rooftop_choir-about = People who were shouting yesterday have gone up to the roofs and found that they know the same song.
