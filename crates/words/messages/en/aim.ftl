# The aim, composed of a sentence and the answers to three questions.
aim-question-whom = For whom, and where?
aim-question-how-much = How much, from what to what?
aim-question-when = By when?
aim-hint-whom = Such as: adults in crisis who come to the emergency department
aim-hint-how-much = Such as: from 140 to 60 minutes. A rough figure is a good start.
aim-hint-when = Such as: 30 June 2027
aim-place = Question { $place } of { $count }

# The order of the parts. Those that were not asked are empty.
aim-whole = { $sentence }{ $whom }{ $amount }{ $when }
# A part, with what parts it from the one before.
aim-part-whom = { " " }{ $whom }
aim-part-how-much = , { $amount }
aim-part-when = , { $when }
# An answer with the word that joins it.
aim-joined-whom = for { $whom }
aim-joined-range = from { $range }
aim-joined-when = by { $when }
# What stands for an answer that nobody knows yet.
aim-unknown-whom = [for whom, and where?]
aim-unknown-how-much = [how much?]
aim-unknown-when = [by when?]
# Words with which an answer may begin so that it needs no other to join it.
aim-openings-whom = for in at on among amongst of with within across who to from
aim-openings-when = by before until till within in at on from over during no
# The word between the two ends of a range: 140 to 60 minutes
aim-range = to
# Words that begin small in the middle of a sentence. Others may be names.
aim-small = a about all almost an as at before by cut double down every fewer for from half halve in increase less more most no on over reduce the to twice under until up within among across with of who none nobody everyone during
