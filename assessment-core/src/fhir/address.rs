//! Addresses and ids that an export uses. They name things; nothing answers there.

/// Stands before every address of ours. The domain `invalid` never resolves (RFC 2606).
const BASE: &str = "https://trellis.invalid/fhir";

pub(super) const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
pub(super) const EXCLUSIVE: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
pub(super) const CONTROL: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
pub(super) const CONTROLS: &str = "http://hl7.org/fhir/questionnaire-item-control";
pub(super) const MIN: &str = "http://hl7.org/fhir/StructureDefinition/minValue";
pub(super) const MAX: &str = "http://hl7.org/fhir/StructureDefinition/maxValue";
pub(super) const DECIMALS: &str = "http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces";
pub(super) const LIBRARY: &str = "http://hl7.org/fhir/StructureDefinition/cqf-library";
pub(super) const ABSENT: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
pub(super) const REASONS: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

/// What our extensions and our code system for the version of the scoring are called.
pub(super) const RULES: &str = "rules";
pub(super) const INPUTS: &str = "inputs";
pub(super) const SCORING: &str = "scoring";

/// The address of a resource or of an extension of ours.
pub(super) fn of(kind: &str, id: &str) -> String {
    format!("{BASE}/{kind}/{id}")
}

/// The longest id FHIR allows.
const LONGEST: usize = 64;

/// An id out of parts: letters, digits, hyphens and dots only, at most 64 of them. Of the parts only the
/// first may hold anything; the others are ids of ours, whose `_` becomes `-`, so no two lists of parts give
/// the same id. Where that is too long, 64 bits of a hash (FNV-1a) stand for the end.
pub(super) fn id(parts: &[&str]) -> String {
    let mut id = String::new();
    for (n, part) in parts.iter().enumerate() {
        if n > 0 {
            id.push('.');
        }
        for byte in part.bytes() {
            match byte {
                b'-' if n == 0 => id.push('-'),
                b'_' if n > 0 => id.push('-'),
                byte if byte.is_ascii_alphanumeric() || byte == b'-' => id.push(char::from(byte)),
                byte => id += &format!(".{byte:02x}"),
            }
        }
    }
    if id.len() > LONGEST {
        let hash = format!("-{:016x}", fnv(&id));
        id.truncate(LONGEST - hash.len());
        id += &hash;
    }
    id
}

fn fnv(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn an_id_holds_only_what_fhir_allows() {
        let long = "x".repeat(80);
        let rows: [(&[&str], &str); 6] = [
            (&["p1", "baseline"], "p1.baseline"),
            (&["p1", "followup_1", "total"], "p1.followup-1.total"),
            (&["P 1/ü", "baseline"], "P.201.2f.c3.bc.baseline"),
            (&["p_1", "baseline"], "p.5f1.baseline"),
            (&["p.1", "baseline"], "p.2e1.baseline"),
            (&[&long, "baseline"], "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-"),
        ];
        for (parts, expected) in rows {
            let id = id(parts);
            assert!(id.len() <= 64 && id.starts_with(expected), "{id}");
            assert!(parts[0].len() > 60 || id == expected, "{id}");
        }
        assert_ne!(id(&[&long, "baseline"]), id(&[&format!("{long}x"), "baseline"]));
    }
}
