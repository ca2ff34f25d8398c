# What each leader is good at, with a line about it. The key ends as the trait's key does.
# What a trait changes is told from its numbers, so a line here names none.

## Smile Rights Alliance

traits-swift_hands = Swift Hands
traits-swift_hands-about = One clinic, one morning, and half as many people left in the queue.
traits-show_stopper = Show-stopper
traits-show_stopper-about = Others hold a Rally. She is one.
traits-patient_lens = Patient Lens
traits-patient_lens-about = Comes back from every campaign with a face worth a front page.
traits-street_wise = Street-wise
traits-street_wise-about = Is believed where most speakers have to ask the way.

## Oral Command Centers

traits-quiet_supplier = Quiet Supplier
traits-quiet_supplier-about = Brings the tools himself, by the back door, and leaves no bill.
traits-star_of_the_show = Star of the Show
traits-star_of_the_show-about = People come for the technique and stay for the person who doubts it.
traits-on_schedule = On Schedule
traits-on_schedule-about = The only builder in the city who has never paid for the same wall twice.
traits-complaints_desk = Complaints Desk
traits-complaints_desk-about = Answers the rudest question first; after that the room is usually his.

## Cultural Alliance

traits-alchemist = Alchemist
traits-alchemist-about = Puts two opposite stories into one circle and takes out a third.
traits-emergency_forum = Emergency Forum
traits-emergency_forum-about = Had the chairs out before anyone knew there was a crisis. The city quotes her for a week.
traits-open_preview = Open Preview
traits-open_preview-about = Shows it unfinished, to everyone, on borrowed equipment.
traits-second_opinion = Second Opinion
traits-second_opinion-about = The Enhanced listen to him, because he made half of them and says what he would do differently.
