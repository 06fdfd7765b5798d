home-skip = Neidio i’r prosiectau ar y ddyfais hon
home-promise = Dim cyfrif, dim cyfeiriad e-bost. Dim ond pobl sydd â dolen i’r prosiect all ei agor.

home-question = Beth ydych chi’n ceisio ei wella?
home-question-hint = Mae un frawddeg yn ddigon, a gallwch ei newid unrhyw bryd. Peidiwch ag enwi unrhyw glaf, os gwelwch yn dda.
home-start = Dechrau
home-start-now = Dechrau nawr, heb gwestiynau
home-start-next = Bydd tri chwestiwn byr yn dilyn. Gallwch adael unrhyw un ohonynt heb ei ateb.
home-start-missing = Ysgrifennwch un frawddeg yn gyntaf, neu dechreuwch gyda diagram gwag.
home-next = Nesaf
home-finish = Dechrau’r prosiect
home-unknown = Ddim yn gwybod eto
home-back = Yn ôl
home-skip-rest = Dechrau nawr, hepgor y gweddill

home-sketch = Eich nod hyd yn hyn
home-sketch-empty = Daw eich brawddeg yn nod ar ddiagram gyrwyr.
home-sketch-drivers = Beth sy’n effeithio arno?
home-sketch-ideas = Beth allem ni ei brofi?

home-ways = Neu dechreuwch mewn ffordd arall
home-blank = Dechrau gyda diagram gwag
home-blank-more = Diagram heb ddim ynddo, ar unwaith.
home-example = Edrych ar enghraifft
home-example-more = Pum prosiect gorffenedig; chi biau’ch copi, i’w newid fel y mynnwch.
home-outline-more = Llinellau wedi’u mewnoli o Word, Excel, sgwrs neu e-bost.
home-file = Agor ffeil
home-file-more = Prosiect a gadwyd fel JSON.
home-examples-hint = Mae pob un yn agor fel eich copi eich hun. Newidiwch unrhyw beth; bydd yr enghraifft yn aros fel y mae. Yn Saesneg y mae’r enghreifftiau.
home-example-crisis-care = O 140 i 60 munud hyd at asesiad iechyd meddwl: 22 cerdyn, 6 mesur, 4 prawf
home-example-staff-support = O 45% i 80% o staff sy’n teimlo eu bod yn cael cefnogaeth ar ôl shifft anodd: 18 cerdyn, 4 mesur, 1 prawf
home-example-whole-system-flow = O 11 i 8 diwrnod yn yr ysbyty i bobl 75 oed a hŷn: 23 cerdyn, 5 mesur, 3 phrawf
home-example-improvement-network = 200 o bobl sy’n profi eu newid eu hunain, mewn wyth grŵp cydweithredol: 19 cerdyn, 3 mesur, 1 prawf
home-example-value-and-resilience = 95% o’r gofal a gynlluniwyd o fewn 18 wythnos, a dim gostyngiad yn llesiant staff: 16 cerdyn, 3 mesur

home-known = Prosiectau ar y ddyfais hon
home-known-none = Dim eto. Bydd yr hyn rydych yn ei ddechrau neu’n ei agor yma yn cael ei restru yma.
home-known-facts = { $role } · agorwyd { $when }
home-untitled = Prosiect heb deitl
home-role-owner = Chi yw’r perchennog
home-role-editor = Gallwch olygu
home-role-contributor = Gallwch ychwanegu syniadau
home-role-viewer = Gallwch ddarllen
home-ago-now = eiliad yn ôl
home-ago-minutes = { $count ->
    [two] { $count } funud yn ôl
   *[other] { $count } munud yn ôl
}
home-ago-hours = { $count } awr yn ôl
home-ago-yesterday = ddoe
home-ago-days = { $count ->
    [two] { $count } ddiwrnod yn ôl
   *[other] { $count } diwrnod yn ôl
}
home-shared = Cyfrifiadur a rennir yw hwn
home-shared-hint = Yna ni fydd dim yn aros yma ar ôl cau’r porwr: cadwch eich dolenni yn rhywle arall.
home-shared-on = Ni fydd dim yn aros ar y cyfrifiadur hwn ar ôl cau’r porwr, heblaw am newidiadau sydd heb eu hanfon eto: byddant yn aros nes iddynt gael eu hanfon. Dim ond yn y tab hwn y mae dolenni perchennog bellach.
home-shared-off = Mae’r cyfrifiadur hwn yn cadw’ch prosiectau eto.
home-forget = Anghofio
home-forget-named = Anghofio “{ $title }” ar y ddyfais hon
home-forget-really = Anghofio “{ $title }”?
home-forgot = Anghofiwyd “{ $title }” ar y ddyfais hon. Mae’r prosiect ei hun yn aros.
home-owner-link-goes = Mae dolen perchennog y prosiect ar y ddyfais hon, a bydd y ddolen yn mynd gyda’r prosiect. Os nad yw’r ddolen gan neb arall, ni all neb ddileu’r prosiect na gofalu am ei ddolenni mwyach.
home-owner-link = Dolen y perchennog
home-owner-link-copy = Copïo dolen y perchennog
home-owner-link-copied = Wedi’i chopïo. Gludwch hi lle byddwch yn dod o hyd iddi eto.
home-owner-link-not-copied = Ni adawodd y porwr hwn i’r ddolen gael ei chopïo. Dewiswch hi yma a’i chopïo â llaw:

home-making = Wrthi’n creu’r prosiect…
home-reading = Wrthi’n darllen y ffeil…
home-fetching = Wrthi’n nôl yr enghraifft…
home-again = Rhoi cynnig arall arni
home-key-needed = Mae angen allwedd greu
home-key = Allwedd greu
home-key-hint = Y sawl sy’n rhedeg y Tributary hwn sy’n penderfynu pwy gaiff ddechrau prosiectau yma, a gall roi’r allwedd i chi. Nid oes angen allwedd i agor prosiect sy’n bodoli’n barod.
home-key-wrong = Nid yw’r allwedd honno’n gywir. Gwiriwch a oes llythyren ar goll neu wedi’i dyblu.
home-key-use = Defnyddio’r allwedd hon
home-offline = Nid oes cysylltiad, ac mae angen un i greu prosiect newydd. Mae’r hyn a ysgrifennoch yn dal yma.
home-too-large = Mae’r prosiect hwn yn rhy fawr i’r Tributary hwn. Rhannwch ef, neu tynnwch yr hyn sy’n hen ohono. Ni chrëwyd dim.
home-too-many = Mae gormod o brosiectau newydd ar hyn o bryd. Arhoswch funud a rhowch gynnig arall arni.
home-full = Ni all y Tributary hwn gadw dim ar hyn o bryd. Arhoswch funud a rhowch gynnig arall arni; mae’r hyn a ysgrifennoch yn dal yma.
home-file-too-large = Mae’r ffeil hon yn fwy nag unrhyw brosiect. Ai hon yw’r un gywir?
home-file-unreadable = Ni allai’r porwr ddarllen y ffeil hon. A yw’n wag, neu ar agor mewn rhaglen arall?
home-file-fault = Ni ellir agor “{ $name }”. { $fault } Ni chrëwyd dim.
home-example-missing = Ni ellid nôl yr enghraifft. Rhowch gynnig arall arni ymhen ychydig.
home-refused = Ni chrëwyd prosiect: { $detail }

home-outline-title = Gludo amlinelliad
home-outline-label = Un cerdyn i bob llinell, wedi’i fewnoli â dau fwlch neu dab
home-outline-hint = Y llinell gyntaf yw’r nod. Mae llinell sy’n dechrau â > yn syniad am newid. Deellir pwyntiau bwled a rhifau.
home-outline-empty = Bydd y colofnau’n ymddangos yma cyn i ddim gael ei greu.
home-outline-columns = Beth ddaw ohono
home-outline-rest = … { $count } arall
home-outline-make = Creu’r prosiect
home-outline-show = Rhoi enghraifft i mewn
home-outline-sample =
    Llai o gwympiadau ar ward 7, o 12 i 6 y mis, erbyn mis Mehefin
      Mae pobl yn symud yn ddiogel
        Mae’r ffordd i’r toiled yn glir
          > Goleuadau nos ar hyd y ffordd
          > Sliperi sy’n ffitio
      Mae staff yn sylwi ar risg yn gynnar
        Sonnir am risg wrth drosglwyddo
          > Un cwestiwn am gwympo ym mhob trosglwyddiad
