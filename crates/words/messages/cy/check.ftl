# Cyngor ar brosiect: beth a ganfuwyd, a pham y mae'n bwysig.
heading-aim = Y nod cyffredinol
heading-overview = Trosolwg rhesymegol
heading-clarity = Eglurder y rhannau
heading-causes = Achos ac effaith
heading-evidence = Tystiolaeth
heading-measurement = Mesur

lack-how-much = faint
lack-by-when = erbyn pryd
lack-for-whom = i bwy neu ble
lack-process-measure = mesur proses
lack-balancing-measure = mesur cydbwyso
lack-numerator = rhifiadur
lack-denominator = enwadur
lack-definition = diffiniad
lack-frequency = pa mor aml
lack-source = ffynhonnell y data
lack-collector = y person sy’n ei gasglu
lack-goal = targed
lack-direction = pa ffordd sydd orau
lack-prediction = rhagfynegiad
lack-idea = syniad newid
lack-decision = penderfyniad i fabwysiadu, addasu neu roi’r gorau
lack-study = astudiaeth
list-and = { $before } a { $last }
list-or = { $before } na { $last }

check-source-none = Arfer cyffredin; dim un canllaw
check-nothing = Does dim i’w ddweud.
check-dismissed = Nid i ni
check-about = Am
check-why = Pam
check-source = Ffynhonnell
check-summary = { $count ->
    [one] 1 canfyddiad. Cyngor ydyw, ac nid oes rhaid ei ddilyn.
   *[other] { $count } o ganfyddiadau. Cyngor ydynt, ac nid oes rhaid eu dilyn.
}
check-summary-dismissed = { $count ->
    [one] Mae 1 arall wedi’i nodi “nid i ni”.
   *[other] Mae { $count } arall wedi’u nodi “nid i ni”.
}

found-no-aim = Does dim nod eto.
found-aim-lacks = Nid yw’r nod fel petai’n dweud { $lacks }.
found-aim-only-directs = Mae’r nod yn dweud “{ $word }”, ond dim y gellid ei gyfrif.
found-aim-tells-how = Mae’r nod fel petai’n dweud sut: “{ $words }”.
found-aim-long = Mae’r nod yn hir: { $sentences ->
    [one] 1 frawddeg
   *[other] { $sentences } o frawddegau
} a { $words ->
    [one] 1 gair
   *[other] { $words } o eiriau
}.
found-aim-jargon = Nid yw pawb yn gwybod y geiriau hyn yn y nod: { $words }.
found-placeholders = Mae rhywbeth heb ei lenwi: { $words }.
found-aim-past = Mae dyddiad y nod wedi mynd heibio: { $date }.
found-primary-drivers = { $count ->
    [0] Does dim prif yrrwr eto.
    [one] Dim ond 1 prif yrrwr sydd.
   *[other] Mae { $count } o brif yrwyr.
}
found-driver-bare = Does dim byd o dan y gyrrwr hwn.
found-no-ideas = Does dim syniad newid eto.
found-driver-acts = Mae’r gyrrwr hwn yn dechrau â gweithred: “{ $words }”.
found-drivers-unmeasured = { $of ->
    [one] Does dim mesur ar gangen yr un prif yrrwr.
   *[other] Does dim mesur ar gangen { $count } o’r { $of } prif yrrwr.
}
found-one-branch = Gan y gyrrwr hwn yn unig y mae { $count } o’r { $of } syniad newid cysylltiedig.
found-idea-alone = Nid yw’r syniad newid hwn wedi’i gysylltu â gyrrwr.
found-idea-is-task = Mae’r syniad newid hwn yn darllen fel tasg: “{ $words }”.
found-idea-vague = Nid yw’r syniad newid hwn yn dweud beth fyddai’n cael ei wneud.
found-idea-skips = Mae’r syniad newid hwn yn arwain yn syth at y nod.
found-ideas-alike = { $count ->
    [one] Mae syniad newid arall yn dweud bron yr un peth.
   *[other] Mae { $count } syniad newid arall yn dweud bron yr un peth.
}
found-link-circles = Mae’r cyswllt hwn yn arwain yn ôl mewn cylch. Fe’i cedwir, ond ni chaiff ei ddangos.
found-links-everywhere = Mae { $percent }% o’r holl gysylltiadau posibl rhwng syniadau newid a gyrwyr yno.
found-links-unexplained = Nid yw { $count } o’r { $of } cyswllt yn dweud pam.
found-lines-cross = Mae llinellau’n croesi { $count } o weithiau.
found-text-long = Mae { $count } o nodau yn y testun hwn, sy’n hir ar gyfer sleid.
found-no-measures = Does dim mesur eto.
found-no-outcome = Does dim mesur canlyniad ar y nod.
found-many-outcomes = Mae { $count } mesur canlyniad ar y nod.
found-kinds-lack = Does dim { $lacks }.
found-measures = { $count ->
    [one] Dim ond 1 mesur sydd.
   *[other] Mae { $count } o fesurau.
}
found-name-directs = Mae cyfeiriad yn enw’r mesur hwn: “{ $words }”.
found-ratio-lacks = Does gan y ganran neu’r gyfradd hon ddim { $lacks }.
found-plan-lacks = Nid yw cynllun y mesur hwn yn dweud: { $lacks }.
found-too-rare-said = Cesglir y mesur hwn yn llai aml nag yn fisol: “{ $words }”.
found-too-rare-seen = Mae { $days } diwrnod rhwng gwerthoedd y mesur hwn.
found-goal-lacks = Nid yw cynllun y mesur hwn yn dweud: { $lacks }.
found-goal-behind = Mae’r targed ({ $goal }) yn waeth na’r llinell sylfaen ({ $baseline }).
found-cycle-lacks = Does gan y prawf hwn ddim { $lacks }.
found-cycle-open = Mae’r prawf hwn ar ben, ond heb { $lacks }.
found-first-test-big = Mae prawf cyntaf y syniad hwn yn fawr: { $scale }.
found-test-grows = Mae’r prawf hwn dros bum gwaith mor fawr â’r un diwethaf: o { $from } i { $to }.
found-adopted-soon = { $count ->
    [0] Mabwysiadwyd y syniad newid hwn heb brawf.
    [one] Mabwysiadwyd y syniad newid hwn ar ôl 1 prawf.
   *[other] Mabwysiadwyd y syniad newid hwn ar ôl { $count } prawf.
}
found-unchanged = { $count ->
    [one] Mae 1 prawf wedi gorffen, ac nid yw’r diagram yn dangos beth a ddysgodd.
   *[other] Mae { $count } prawf wedi gorffen, ac nid yw’r diagram yn dangos beth a ddysgwyd.
}
found-no-partner = Nid oes neb yn y tîm fel petai’n defnyddio’r gwasanaeth nac yn gofalu am rywun sydd.
found-partner-silent = Ni ddaw unrhyw syniad na sylw gan bartner sy’n glaf.
found-one-owner = Mae { $owner } yn gofalu am { $count } o’r { $of } darn o waith.
found-project-task = Mae hyn yn darllen fel tasg rhedeg y prosiect: “{ $words }”.

many-vd2 = Does dim byd o dan { $count } gyrrwr.
many-vi1 = Nid yw { $count } syniad newid wedi’u cysylltu â gyrrwr.
many-vd3 = Mae { $count } gyrrwr yn dechrau â gweithred.
many-vi2 = Mae { $count } syniad newid yn darllen fel tasgau.
many-vi3 = Nid yw { $count } syniad newid yn dweud beth fyddai’n cael ei wneud.
many-vi5 = Mae { $count } grŵp o syniadau newid yn dweud bron yr un peth.
many-vt3 = Mae { $count } cerdyn yn darllen fel tasgau rhedeg y prosiect.
many-vi4 = Mae { $count } syniad newid yn arwain yn syth at y nod.
many-vl1 = Mae { $count } cyswllt yn arwain yn ôl mewn cylch. Fe’u cedwir, ond ni chânt eu dangos.
many-vp1 = Mae { $count } prawf heb ragfynegiad neu heb syniad newid.
many-vp2 = Mae { $count } prawf ar ben, ond heb eu hastudio na’u penderfynu.
many-vp3 = Mae { $count } prawf yn fawr, neu’n tyfu’n gyflym.
many-vp4 = Mabwysiadwyd { $count } syniad newid ar ôl un prawf neu ddim un.
many-vm4 = Mae cyfeiriad yn enwau { $count } mesur.
many-vm5 = Mae { $count } canran neu gyfradd heb rifiadur neu enwadur.
many-vm6 = Mae cynlluniau { $count } mesur yn hepgor yr hyn sydd ei angen ar eraill i’w casglu.
many-vm7 = Cesglir { $count } mesur yn llai aml nag yn fisol.
many-vm8 = Mae { $count } mesur heb darged neu gyfeiriad, neu â tharged gwaeth na’r llinell sylfaen.

why-va1 = Mae nod sy’n dweud faint, i bwy ac erbyn pryd yn dangos i bawb pryd y’i cyrhaeddir. Ysgrifennwch yr hyn a wyddoch; gall y gweddill ddilyn.
why-va2 = Ni all neb ddweud a gyrhaeddwyd “gwell”. Dywedwch beth fyddai’n wahanol, ac o faint.
why-va3 = Mae’r nod yn dweud beth sydd i’w gyrraedd; mae’r sut yn perthyn i’r gyrwyr a’r syniadau newid, lle gellir ei brofi a’i newid.
why-va4 = Caiff nod o un i dair brawddeg syml ei gofio, a gellir ei ddweud yn uchel.
why-va5 = Mae bwlch yn iawn nes bod y llinell sylfaen yn hysbys. Rhowch y rhif neu’r dyddiad pan fydd gennych.
why-va6 = Edrychwch ar y nod gyda’ch gilydd: wedi’i gyrraedd, ei ymestyn neu ei newid? Mae nodyn ar y nod yn cadw’r hyn a benderfynwyd.
why-vd1 = Gellir cadw dau i bum prif yrrwr mewn cof. Gall mwy fod yn yrwyr eilaidd; gall llai adael rhywbeth allan.
why-vd2 = Ni fydd yr hyn sydd heb ddim oddi tano yn newid. Gofynnwch beth sy’n effeithio arno, a beth y gellid ei brofi.
why-vd5 = Pan saif bron pob syniad mewn un lle, gall y gyrwyr eraill fynd yn angof, neu fod yn rhannau o hwn.
why-vi1 = Gofynnwch pa yrrwr y byddai’r syniad yn ei symud. Ni fydd un nad yw’n symud dim yn helpu’r nod.
why-vl4 = Rhaid i’r sawl sy’n gweld y diagram am y tro cyntaf allu ei ddilyn. Byrhewch destunau, neu cadwch y cysylltiadau cryfaf yn unig.
why-vd3 = Gyrrwr yw’r hyn sy’n rhaid bod yn ei le; syniad newid yw’r hyn a wnewch i gyrraedd yno. Gall gweithred fod yn syniad newid.
why-vi2 = Gellir profi syniad newid. Os na ellir rhoi “profi …” o’i flaen, gall berthyn i gynllun y prosiect.
why-vi3 = Dim ond yr hyn y gall ei ddychmygu y gall tîm ei brofi. Dywedwch pwy fyddai’n gwneud beth, a phryd.
why-vi5 = Mae dau gerdyn am un syniad yn hollti ei brofion a’i bleidleisiau. Unwch nhw, a chadwch y ddau awdur.
why-vt3 = Mae’r diagram yn dangos sut y cyrhaeddir y nod, nid sut y rhedir y prosiect. Mae tasgau’n perthyn ymhlith y cerrig milltir.
why-vi4 = Mae cyswllt trwy yrrwr yn dangos pam y dylai’r syniad helpu.
why-vl1 = Ni ellir dilyn yr hyn sy’n achos iddo’i hun. Tynnwch un o’r cysylltiadau.
why-vl2 = Pan fydd popeth yn arwain at bopeth, nid yw’r diagram yn dweud beth sydd bwysicaf. Cadwch y cysylltiadau y byddech yn betio arnynt.
why-vl3 = Damcaniaeth yw diagram. Mae llinell ar pam y mae un cerdyn yn gyrru un arall yn dangos beth sy’n hysbys a beth sydd eto i’w brofi.
why-vp1 = Dysgu yw’r gwahaniaeth rhwng yr hyn a dybiwyd a’r hyn a welwyd. Ysgrifennwch y rhagfynegiad cyn y prawf.
why-vp2 = Mae prawf yn dysgu pan gaiff ei astudio a’i ddilyn gan benderfyniad: mabwysiadu, addasu neu roi’r gorau.
why-vp3 = Un claf, un clinigydd, un sesiwn: mae prawf bach yn gyflym ac yn ddiogel. Tyfwch bumplyg ar y mwyaf, gyda’r hyn a ddysgwyd.
why-vp4 = Mae angen sawl prawf ar y rhan fwyaf o newidiadau, mewn gwahanol amodau, cyn iddynt ddal.
why-vt1 = Mae profion yn dweud pa rannau o’r ddamcaniaeth sy’n dal. Dywedwch ar y cardiau a’r cysylltiadau beth a ddangoswyd.
why-vt2 = Mae’r rhai sy’n defnyddio gwasanaeth yn gwybod yr hyn na wêl eraill, ac mae gwaith sy’n dibynnu ar un person yn peidio gyda’r person hwnnw.
why-vd4 = Mae mesur ar bob cangen yn dangos a yw ei gyrrwr yn symud, cyn i’r nod wneud.
why-vm1 = Mae un neu ddau fesur canlyniad ar y nod yn dangos a yw’n cael ei gyrraedd. Gall mwy olygu bod y nod yn rhy eang.
why-vm2 = Mae mesurau proses yn dangos a yw’r newidiadau’n digwydd; mae mesur cydbwyso’n dangos a yw rhywbeth arall yn gwaethygu.
why-vm3 = Mae tri i wyth mesur yn ddigon i ddysgu ohonynt, ac yn ddigon prin i’w cynnal.
why-vm4 = Mae enw niwtral (“nifer y cwympiadau”) yn gweithio pa ffordd bynnag yr â’r llinell; y targed sy’n dweud y cyfeiriad.
why-vm5 = Heb rifiadur ac enwadur, mae dau berson yn cyfrif dau beth gwahanol.
why-vm6 = Mae diffiniad, ffynhonnell, rhythm a pherson yn gwneud y rhif yr un fath bob tro.
why-vm7 = Mae casglu’n fisol neu’n amlach yn dangos newid tra bo amser i weithredu arno; wythnosol sydd orau.
why-vm8 = Mae’r cyfeiriad a’r targed yn dweud pryd y mae newid yn welliant.
