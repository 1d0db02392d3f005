### Y cwestiynau ar bapur.

form-title = Y cwestiynau ar bapur
form-link = Defnyddio papur yn lle hynny
form-code = Cod y ffurflen hon: { $code }
form-print = Argraffu
form-private = Cadwch y papur hwn yn breifat. Mae’n ymwneud ag un person.
form-how = Gadewch unrhyw gwestiwn allan os mynnwch. Ticiwch un blwch, neu fwy lle mae’n dweud hynny.
form-numbers = Mae rhai rhifau ar goll. Dydy'r cwestiynau hynny ddim ar gyfer y ffurflen hon.
form-name = Enw neu gyfeirnod:
form-date = Y dyddiad y cafodd ei lenwi:
form-by = Llenwyd gan y person, gyda’n gilydd, neu gan y gweithiwr:
form-refuse = Byddai’n well gen i beidio â dweud
form-only-if = Dim ond os ticioch chi: { $options }, yng nghwestiwn { $number }.
form-for-custody = Yr un peth i rywun yn y carchar
form-for-community = Yr un peth i rywun yn y gymuned
form-simple = Yr un peth mewn geiriau syml
form-usual = Yr un peth yn y geiriau arferol
form-with-pictures = Yr un peth gyda lluniau
form-without-pictures = Yr un peth heb luniau
form-in-large = Mewn print bras
form-in-usual = Mewn print arferol
