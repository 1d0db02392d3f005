### The words that many screens share.

-brand = Trellis

# `continue` is a word of Rust, so the message has another name.
go-on = Continue
back = Back
skip = Skip for now
clear = Clear
save = Save
saved = Saved
close = Close


## The months, as they stand in a date: 14 January 2026. A browser may know no Welsh months, so they are ours.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
