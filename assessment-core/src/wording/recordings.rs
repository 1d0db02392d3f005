//! Recordings of a pack's words: which text, how large, of which kind, and the hash of what was recorded. The
//! sound itself stands in no pack; where it is kept is the caller's affair.

use crate::definition::Faults;
use crate::definition::fields::Fields;
use crate::table::Table;

/// Most recordings of one pack.
pub const MOST_RECORDINGS: usize = 2000;
/// Largest recording, in bytes: two minutes of speech.
pub const LARGEST_RECORDING: u32 = 1024 * 1024;
/// Largest sum of all recordings of one pack, in bytes.
pub const LARGEST_RECORDINGS: u64 = 64 * 1024 * 1024;

/// One text, read by somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// The kind of sound.
    pub media_type: MediaType,
    /// Its size.
    pub bytes: u32,
    /// SHA-256 of its bytes, in lower-case hexadecimal: another sound is not this recording.
    pub sha256: String,
}

/// The kinds of sound a tablet plays without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaType {
    /// Opus in Ogg.
    Ogg,
    /// AAC in MP4.
    Mp4,
    /// MP3.
    Mpeg,
}

impl MediaType {
    /// Every kind.
    pub const ALL: [MediaType; 3] = [MediaType::Ogg, MediaType::Mp4, MediaType::Mpeg];

    /// The word in packs, as browsers know it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            MediaType::Ogg => "audio/ogg",
            MediaType::Mp4 => "audio/mp4",
            MediaType::Mpeg => "audio/mpeg",
        }
    }

    /// The kind a sound says it is by its first bytes; none for anything a pack may not bring.
    ///
    /// Ogg: RFC 3533, section 6, with the header of Opus (RFC 7845, section 5.1) in its first page. MP4: the
    /// `ftyp` box (ISO/IEC 14496-12, 4.3). MP3: an ID3v2 tag, or the header of a frame of layer III.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<MediaType> {
        match bytes {
            [b'O', b'g', b'g', b'S', ..] => {
                (bytes.get(28..36) == Some(&b"OpusHead"[..])).then_some(MediaType::Ogg)
            }
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some(MediaType::Mp4),
            [b'I', b'D', b'3', ..] => Some(MediaType::Mpeg),
            // Eleven bits of one, a version that is not the reserved one, layer III.
            [0xff, second, ..] if second & 0xe6 == 0xe2 && second & 0x18 != 0x08 => Some(MediaType::Mpeg),
            _ => None,
        }
    }
}

/// Recordings by the path of the text they read.
pub(super) fn recordings(fields: Option<Fields<'_>>, faults: &Faults) -> Table<String, Recording> {
    let mut read = Table::new();
    let mut sum = 0_u64;
    for (text, path, value) in fields.map(Fields::entries).unwrap_or_default() {
        let Some(recording) = Fields::of(value, path, faults).and_then(recording) else { continue };
        sum += u64::from(recording.bytes);
        read.insert(text, recording);
    }
    if read.len() > MOST_RECORDINGS {
        faults.add("recordings", format!("A pack has at most {MOST_RECORDINGS} recordings."));
    }
    if sum > LARGEST_RECORDINGS {
        faults.add("recordings", format!("All recordings together have at most {LARGEST_RECORDINGS} bytes."));
    }
    read
}

fn recording(mut fields: Fields<'_>) -> Option<Recording> {
    let media_type = fields.one_of("media_type", &MediaType::ALL.map(|kind| (kind.word(), kind)));
    let whole = fields.whole_number("bytes");
    let bytes = whole.and_then(|bytes| u32::try_from(bytes).ok());
    let bytes = bytes.filter(|bytes| (1..=LARGEST_RECORDING).contains(bytes));
    if whole.is_some() && bytes.is_none() {
        let sentence = format!("A recording has between 1 and {LARGEST_RECORDING} bytes.");
        fields.faults().add(fields.at("bytes"), sentence);
    }
    let sha256 = fields.text("sha256");
    let digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    if sha256.as_ref().is_some_and(|hash| hash.len() != 64 || !hash.chars().all(digit)) {
        let sentence = "Write the SHA-256 of the sound as 64 digits, 0 to 9 and a to f.";
        fields.faults().add(fields.at("sha256"), sentence);
    }
    fields.end();
    Some(Recording { media_type: media_type?, bytes: bytes?, sha256: sha256? })
}
