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
opening = Yn agor…
there-is-a-problem = Mae problem
