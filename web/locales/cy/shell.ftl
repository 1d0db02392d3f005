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
keep-again = Rhoi cynnig arall arni
read-aloud = Darllen yn uchel
read-stop = Stopio darllen
hide-now = Cuddio hyn ar unwaith
hide-how = Sut i guddio'r sgrin hon
hide-ways = Mae “Cuddio hyn ar unwaith” ar frig pob tudalen. Mae'n cuddio popeth yn syth. Mae pwyso Shift dair gwaith yn gwneud yr un peth, a dal dau fys ar y sgrin hefyd.
hide-after = Mae beth oedd wedi'i gadw yn dal wedi'i gadw. I ddod yn ôl, tapiwch yr amser. Bydd angen yr ymadrodd cyfrinachol arnoch chi wedyn.
hide-honest = Dydy hyn ddim yn clirio'r rhestr o dudalennau mae'r porwr hwn yn eu cofio. Does dim enw na dim ateb yn y rhestr honno.
opening = Yn agor…
there-is-a-problem = Mae problem
