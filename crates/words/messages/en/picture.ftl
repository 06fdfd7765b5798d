# What a picture of a diagram says beside what people wrote.
picture-diagram = Driver diagram
picture-weak = A dotted line is a weaker influence
picture-shown = { $count } of { $total } shown
picture-nobody = Nobody
picture-no-status = No status
# The page of a picture: 2 of 5
picture-page = { $page } of { $pages }
# A branch that takes several pages: Staffing (2 of 3)
picture-part = { $title } ({ $part } of { $parts })
picture-continued = { $title } (continued)
picture-unlinked = Not linked yet
# Cards whose text is too long for the diagram
picture-in-full = In full
