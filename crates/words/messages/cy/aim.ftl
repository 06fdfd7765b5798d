aim-question-whom = Ar gyfer pwy, ac ymhle?
aim-question-how-much = Faint, o beth i beth?
aim-question-when = Erbyn pryd?
aim-hint-whom = Er enghraifft: oedolion mewn argyfwng sy’n dod i’r adran achosion brys
aim-hint-how-much = Er enghraifft: o 140 i 60 munud. Mae ffigur bras yn ddechrau da.
aim-hint-when = Er enghraifft: 30 Mehefin 2027
aim-place = Cwestiwn { $place } o { $count }

aim-whole = { $sentence }{ $whom }{ $amount }{ $when }
aim-part-whom = { " " }{ $whom }
aim-part-how-much = , { $amount }
aim-part-when = , { $when }
# Neither “ar gyfer” nor “erbyn” changes the letter after it, and “o” stands here before digits only.
aim-joined-whom = ar gyfer { $whom }
aim-joined-range = o { $range }
aim-joined-when = erbyn { $when }
aim-unknown-whom = [ar gyfer pwy, ac ymhle?]
aim-unknown-how-much = [faint?]
aim-unknown-when = [erbyn pryd?]
aim-openings-whom = ar i i’r i'r yn ym yng mewn ymhlith ymysg o o’r o'r gyda gan sydd sy’n sy'n at rhwng trwy drwy ledled dros am wrth
aim-openings-when = erbyn cyn tan hyd nes o o’r o'r yn ym yng mewn ar dros rhwng am dim
aim-range = i
aim-small = ar am at bob cyn dim dros drwy dwbl dyblu erbyn gan gostwng gyda haneru hanner hyd i i’r i'r llai ledled lleihau mewn mwy neb nes o o’r o'r oddeutu pawb pob rhwng sydd sy’n sy'n tan tua torri trwy wrth y ym ymhlith ymysg yn yng yr
