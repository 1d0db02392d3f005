### The frame of every page.

brand = { -brand }
skip-to-main = Neidio i'r prif gynnwys
nav-people = Pobl
nav-take-out = Tynnu sgoriau allan
nav-security = Sut mae atebion yn cael eu cadw'n ddiogel
nav-lock = Cloi
nav-close-examples = Cau'r enghreifftiau
nav-label = Prif ddewislen
language-english = English
language-welsh = Cymraeg
page-title = { $page } – { -brand }

examples-banner = Pobl enghreifftiol yw'r rhain. Maen nhw wedi'u dyfeisio, ac mae popeth yma'n mynd pan fyddwch chi'n cau.
update-waiting = Mae fersiwn newydd yn barod.
update-use = Ei defnyddio ar unwaith
update-replaced = Mae fersiwn newydd ar agor mewn tab arall. Gorffennwch yma, yna agorwch y dudalen hon eto.

not-kept-title = Heb ei gadw eto
not-kept-body = Mae eich atebion ar y sgrin hon o hyd. Cadwch hi ar agor a rhowch gynnig arall arni.
not-kept-stale = Mae { -brand } ar agor ddwywaith ar y dabled hon, ac mae atebion mwy newydd gan y llall. Agorwch y dudalen hon eto i'w gweld.
not-kept-service = Chadwodd y dabled mo pwy i'w ffonio. Mae beth ysgrifennoch chi yma o hyd. Cadwch hwn ar agor, gwnewch le ar y dabled, yna rhowch gynnig arall arni.
keep-again = Rhoi cynnig arall arni
read-aloud = Darllen yn uchel
read-stop = Stopio darllen
nav-statement = Pwy all ddefnyddio hwn
statement-title = Pwy all ddefnyddio hwn
statement-lead = Dylai pawb allu defnyddio Trellis, yn y ffordd sy’n gweddu iddyn nhw.
statement-can = Gallwch ei ddefnyddio drwy gyffwrdd, gyda bysellfwrdd, gyda geiriau mawr, ar gefndir tywyll, yn Gymraeg neu’n Saesneg. Gallwch ei glywed os oes gan eich dyfais lais.
statement-tested = Rydym yn anelu at lefel AA rheolau’r we, WCAG 2.2. Mae peiriant yn profi pob newid ar bob tudalen. Dim ond rhan o’r hyn all fod o’i le y mae hynny’n ei ganfod.
statement-known = Beth sydd heb fod yn iawn eto
statement-known-readers = Does neb wedi rhoi cynnig arno gyda darllenydd sgrin ar dabled go iawn eto.
statement-known-people = Does neb sy’n ei chael yn anodd darllen wedi rhoi cynnig arno eto.
statement-known-welsh = Does dim siaradwr Cymraeg wedi edrych ar y Gymraeg eto.
statement-known-voice = Does gan lawer o ddyfeisiau ddim llais Cymraeg. Yna does dim yn cael ei ddarllen yn uchel yn Gymraeg.
statement-tell = Oes rhywbeth yn anodd ei ddefnyddio?
statement-tell-whom = Dywedwch wrth eich gweithiwr cyswllt, neu’r gwasanaeth a roddodd y dabled hon i chi. Gallan nhw roi papur i chi yn lle hynny.
statement-date = Edrychwyd dros y dudalen hon ddiwethaf ar { $day }.
hide-now = Cuddio hyn ar unwaith
hide-how = Sut i guddio'r sgrin hon
hide-ways = Mae “Cuddio hyn ar unwaith” ar frig pob tudalen. Mae'n cuddio popeth yn syth. Mae pwyso Shift dair gwaith yn gwneud yr un peth, a dal dau fys ar y sgrin hefyd.
hide-after = Mae beth oedd wedi'i gadw yn dal wedi'i gadw. I ddod yn ôl, tapiwch yr amser. Bydd angen yr ymadrodd cyfrinachol arnoch chi wedyn.
hide-honest = Dydy hyn ddim yn clirio'r rhestr o dudalennau mae'r porwr hwn yn eu cofio. Does dim enw na dim ateb yn y rhestr honno.
opening = Yn agor…
there-is-a-problem = Mae problem
inside-missing-title = Ddaeth gweddill Trellis ddim
inside-missing = Doedd dim modd nôl rhan o Trellis y tro hwn. Mae popeth rydych wedi'i gadw yn ddiogel. Edrychwch ar y rhwydwaith, yna rhowch gynnig arall arni.
