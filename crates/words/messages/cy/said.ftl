# What a chart says in sentences.
said-no-values = Nid oes gwerthoedd eto. Teipiwch nhw, neu gludwch nhw o daenlen.
said-too-few = { $count ->
    [one] { $count } gwerth hyd yma. O 8 gwerth ymlaen mae llinell ganol, o 12 ymlaen gellir ymddiried ynddi.
   *[other] { $count } gwerth hyd yma. O 8 gwerth ymlaen mae llinell ganol, o 12 ymlaen gellir ymddiried ynddi.
}
said-too-few-frozen = { $count ->
    [one] O’r gwerth cyntaf yn unig y daw’r llinellau. O 8 gwerth ymlaen mae llinell ganol: gadewch iddynt ddod o ragor.
   *[other] O’r { $count } gwerth cyntaf yn unig y daw’r llinellau. O 8 gwerth ymlaen mae llinell ganol: gadewch iddynt ddod o ragor.
}
said-too-few-since = { $count ->
    [one] { $count } gwerth ers { $date }, lle mae’r llinellau’n dechrau o’r newydd. O 8 gwerth ymlaen mae llinell ganol, o 12 ymlaen gellir ymddiried ynddi.
   *[other] { $count } gwerth ers { $date }, lle mae’r llinellau’n dechrau o’r newydd. O 8 gwerth ymlaen mae llinell ganol, o 12 ymlaen gellir ymddiried ynddi.
}
said-no-pattern = Dim patrwm mewn { $count ->
    [one] { $count } pwynt
   *[other] { $count } pwynt
}: hap a damwain sy’n gwneud yr hyn sy’n amrywio yma.
said-all-same = { $count ->
    [one] Un gwerth.
   *[other] Mae pob un o’r { $count } gwerth yr un fath: does dim yn amrywio yma.
}
said-no-pattern-yet = { $count ->
    [one] Dim patrwm mewn un pwynt hyd yma. O 12 pwynt ymlaen gellir ymddiried yn y siart.
   *[other] Dim patrwm mewn { $count } pwynt hyd yma. O 12 pwynt ymlaen gellir ymddiried yn y siart.
}
said-dropped = { $count ->
    [one] Ni all un gwerth sefyll ar y siart hwn ac nid yw’n cael ei gyfrif.
   *[other] Ni all { $count } gwerth sefyll ar y siart hwn ac nid ydynt yn cael eu cyfrif.
}
said-needs-ratio = Tynnir y siart hwn o rifiadur ac enwadur ar gyfer pob cyfnod. Rhowch y ddau, neu dewiswch siart arall.
said-needs-subgroups = Tynnir y siart hwn o sawl mesuriad ar gyfer pob cyfnod. Rhowch y rheini, neu dewiswch siart arall.
said-needs-others = Ni all y gwerthoedd sydd yma sefyll ar y siart hwn. Dewiswch un arall.
said-median = canolrif
said-mean = cymedr
said-above = uwchlaw
said-below = islaw
said-shift = { $length } pwynt yn olynol { $side } y { $line }, { $from } hyd { $to }: symudiad ({ $needed } neu fwy).
said-long-run = { $length } pwynt yn olynol { $side } y { $line }, { $from } hyd { $to }: rhediad anarferol o hir ({ $needed } neu fwy).
said-rising = { $length } pwynt yn olynol yn codi, { $from } hyd { $to }: tuedd ({ $needed } neu fwy).
said-falling = { $length } pwynt yn olynol yn gostwng, { $from } hyd { $to }: tuedd ({ $needed } neu fwy).
said-outside = Un pwynt { $side } y terfynau, { $from }: digwyddodd rhywbeth arbennig yno.
said-outside-many = { $count } pwynt { $side } y terfynau, { $from } hyd { $to }: digwyddodd rhywbeth arbennig yno.
said-two-of-three = Dau o dri phwynt yn olynol yn agos at y terfyn { $side } y { $line }, { $from } hyd { $to }.
said-two-of-three-many = { $count } pwynt yn agos at y terfyn { $side } y { $line }, dau o bob tri yn olynol, { $from } hyd { $to }.
said-few-crossings = Mae’r llinell yn croesi’r { $line } { $count } gwaith yn unig; fel arfer mae hap yn gwneud hynny { $needed } gwaith neu fwy: symudodd y gwerthoedd.
said-few-runs = Dim ond { $count } rhediad o gwmpas y { $line }, lle mae { $needed } neu fwy yn arferol: symudodd y gwerthoedd.
said-many-runs = { $count } rhediad o gwmpas y { $line }, lle mae { $needed } ar y mwyaf yn arferol: efallai bod dau fath o ddata wedi’u cymysgu.
said-better = { $found } Er gwell.
said-worse = { $found } Er gwaeth.
said-chance = Trwy hap yn unig mewn { $percent } o siartiau o { $points } pwynt.
said-chance-either = Ar y naill ochr neu’r llall, trwy hap yn unig mewn { $percent } o siartiau o { $points } pwynt.
said-chance-two-of-three = Dau o dri mor agos, ar y naill ochr neu’r llall, trwy hap yn unig mewn { $percent } o siartiau o { $points } pwynt.
said-chance-uneven = Trwy hap yn unig mewn { $percent } o siartiau o { $points } pwynt, { $above } uwchlaw’r { $line } a { $below } oddi tano.
said-percent = { $number }%
said-percent-below = llai na { $number }%
said-point = { $date }: { $value }.
said-point-missing = { $date }: dim gwerth.
said-point-left-out = Wedi’i adael allan o’r llinellau.
said-point-outside = Y tu allan i’r terfynau.
said-point-trend = Rhan o duedd.
said-point-two-of-three = Un o ddau o dri yn agos at y terfyn.
said-point-shift = Rhan o symudiad.
# Why a chart is proposed
reason-no-data = Nid oes gwerthoedd eto: siart rhediad sy’n gofyn leiaf.
reason-proportion = Rydych yn cyfrif faint o faint: siart P.
reason-proportion-overdispersed = Rydych yn cyfrif faint o faint, ac mae’n amrywio mwy na hynny: P′, nid P.
reason-proportion-of-very-many = Rydych yn cyfrif faint o niferoedd mawr iawn, lle byddai siart P yn galw’r newid lleiaf yn arbennig: P′, nid P.
reason-percent-without-denominator = Canrannau neu gyfraddau heb enwaduron: XmR, nid P nac U.
reason-rate = Rydych yn cyfrif pa mor aml mewn faint: siart U.
reason-rate-overdispersed = Rydych yn cyfrif pa mor aml mewn faint, ac mae’n amrywio mwy na hynny: U′, nid U.
reason-count = Rydych yn cyfrif, gyda thua’r un cyfle ym mhob cyfnod: siart C.
reason-measurement = Un mesuriad ym mhob cyfnod: siart XmR.
reason-subgroups = Sawl mesuriad ym mhob cyfnod: siart o’u cymedrau, ochr yn ochr ag un o’u gwasgariad.
reason-subgroups-of-one = Un mesuriad sydd yn y rhan fwyaf o gyfnodau: siart XmR.
reason-time-between = Amser rhwng digwyddiadau: siart T.
reason-opportunities-between = Faint rhwng digwyddiadau: siart G.
reason-mostly-zero = Nid oes yr un yn y rhan fwyaf o gyfnodau: mae’r amser neu’r nifer rhwng digwyddiadau’n dweud mwy na seroau.
# Where two charts of the same numbers disagree
said-only-one = Y tu allan i’r terfynau ar { $one }, ac nid ar { $other }: { $days }.
said-narrower = Mae { $one } yn disgwyl yr amrywiad y mae cyfrif yn unig yn ei wneud, felly mae ei derfynau’n gulach; mae { $other } yn cymryd faint mae’r rhifau’n amrywio mewn gwirionedd o un cyfnod i’r nesaf.
said-wider = Mae { $one } yn disgwyl yr amrywiad y mae cyfrif yn unig yn ei wneud, ac mae’r rhifau’n amrywio llai na hynny, felly mae ei derfynau’n lletach; mae { $other } yn cymryd faint maent yn amrywio mewn gwirionedd o un cyfnod i’r nesaf.
