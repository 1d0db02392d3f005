//! From Fluent's own tree to the few shapes this app needs.
//!
//! Gives the [`Part`]s of a text. Refuses, with the reason, whatever the app could not show in the same way
//! as Fluent would.

use std::collections::BTreeMap;

use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// The terms of one language, by name, without the dash.
pub type Terms = BTreeMap<String, Pattern<String>>;

/// What a message is given for one of its variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words. Also a number nobody counts with, such as a year.
    Text,
    /// A whole number that chooses a plural.
    Number,
}

impl Kind {
    /// The Rust type of the argument.
    pub fn rust(self) -> &'static str {
        match self {
            Kind::Text => "&str",
            Kind::Number => "i64",
        }
    }
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words as they are.
    Text(String),
    /// The value of a variable. `counts` when it was written `NUMBER($n)`.
    Variable { name: String, counts: bool },
    /// One text out of several, by the value of a variable.
    Select { name: String, kind: Kind, choices: Vec<Choice>, otherwise: Choice },
}

/// One of the texts of a select.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// A plural category, a number as `=0`, or a word.
    pub key: String,
    pub parts: Vec<Part>,
}

/// The categories that CLDR knows. English uses two of them, Welsh all six.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The parts of a message.
pub fn parts(pattern: &Pattern<String>, terms: &Terms) -> Result<Vec<Part>, String> {
    Reading { terms, inside: Vec::new() }.pattern(pattern)
}

/// The parts of a term, which takes no variables.
pub fn term(name: &str, terms: &Terms) -> Result<Vec<Part>, String> {
    Reading { terms, inside: Vec::new() }.term(name)
}

/// `inside` holds the terms being read, because a term that names itself would never end.
struct Reading<'a> {
    terms: &'a Terms,
    inside: Vec<String>,
}

impl Reading<'_> {
    fn pattern(&mut self, pattern: &Pattern<String>) -> Result<Vec<Part>, String> {
        let mut parts = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => add(&mut parts, Part::Text(value.clone())),
                PatternElement::Placeable { expression } => {
                    for part in self.expression(expression)? {
                        add(&mut parts, part);
                    }
                }
            }
        }
        Ok(parts)
    }

    fn expression(&mut self, expression: &Expression<String>) -> Result<Vec<Part>, String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => Ok(vec![self.select(selector, variants)?]),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) -> Result<Vec<Part>, String> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                Ok(vec![Part::Text(unescape_unicode_to_string(value).into_owned())])
            }
            InlineExpression::VariableReference { id } => Ok(vec![self.variable(&id.name, false)?]),
            InlineExpression::FunctionReference { id, arguments } => {
                Ok(vec![self.variable(counted(&id.name, arguments)?, true)?])
            }
            InlineExpression::TermReference { id, attribute: None, arguments: None } => self.term(&id.name),
            InlineExpression::TermReference { id, .. } => Err(format!(
                "the term -{} is given arguments or an attribute, which are not supported",
                id.name
            )),
            InlineExpression::MessageReference { id, .. } => Err(format!(
                "{{ {} }} is a reference to a message, which is not supported: make it a term (-{}) or a variable (${})",
                id.name, id.name, id.name
            )),
            InlineExpression::NumberLiteral { value } => {
                Err(format!("{{ {value} }} is a number in braces: write {value} without them"))
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn variable(&self, name: &str, counts: bool) -> Result<Part, String> {
        match self.inside.last() {
            Some(term) => Err(format!("the term -{term} uses ${name}, but terms take no variables")),
            None => Ok(Part::Variable { name: name.to_string(), counts }),
        }
    }

    fn term(&mut self, name: &str) -> Result<Vec<Part>, String> {
        let Some(pattern) = self.terms.get(name) else {
            return Err(format!("the term -{name} is not defined in this language"));
        };
        if self.inside.iter().any(|outer| outer == name) {
            return Err(format!("the term -{name} contains itself"));
        }
        self.inside.push(name.to_string());
        let parts = self.pattern(pattern);
        self.inside.pop();
        parts
    }

    fn select(
        &mut self,
        selector: &InlineExpression<String>,
        variants: &[Variant<String>],
    ) -> Result<Part, String> {
        let (name, counts) = match selector {
            InlineExpression::VariableReference { id } => (id.name.as_str(), false),
            InlineExpression::FunctionReference { id, arguments } => (counted(&id.name, arguments)?, true),
            _ => return Err("a select must be on a variable".to_string()),
        };
        self.variable(name, counts)?;
        let kind = kind(name, variants, counts)?;
        let (mut choices, mut default) = (Vec::<Choice>::new(), None);
        for variant in variants {
            let choice = Choice { key: key(&variant.key)?, parts: self.pattern(&variant.value)? };
            if choices.iter().chain(&default).any(|other| other.key == choice.key) {
                return Err(format!("the select on ${name} has [{}] twice", choice.key));
            }
            if variant.default { default = Some(choice) } else { choices.push(choice) }
        }
        let Some(otherwise) = default else {
            return Err(format!("the select on ${name} has no default, such as *[other]"));
        };
        Ok(Part::Select { name: name.to_string(), kind, choices, otherwise })
    }
}

/// Puts neighbouring words together, so that a plain text is one string in the catalogue.
fn add(parts: &mut Vec<Part>, part: Part) {
    match (parts.last_mut(), part) {
        (_, Part::Text(text)) if text.is_empty() => {}
        (Some(Part::Text(before)), Part::Text(text)) => before.push_str(&text),
        (_, part) => parts.push(part),
    }
}

/// The variable in `NUMBER($n)`. Its options would be ignored in silence, so they are refused.
fn counted<'a>(function: &str, arguments: &'a CallArguments<String>) -> Result<&'a str, String> {
    if function != "NUMBER" {
        return Err(format!("the function {function}() is not supported"));
    }
    match (arguments.positional.as_slice(), arguments.named.as_slice()) {
        ([InlineExpression::VariableReference { id }], []) => Ok(&id.name),
        _ => Err("NUMBER() takes one variable and no options".to_string()),
    }
}

/// Whether a select counts or compares words. `other` is at home in both.
fn kind(name: &str, variants: &[Variant<String>], counts: bool) -> Result<Kind, String> {
    let (mut numbers, mut words) = (counts, false);
    for variant in variants {
        match &variant.key {
            VariantKey::NumberLiteral { .. } => numbers = true,
            VariantKey::Identifier { name } if name == "other" => {}
            VariantKey::Identifier { name } if CATEGORIES.contains(&name.as_str()) => numbers = true,
            VariantKey::Identifier { .. } => words = true,
        }
    }
    match (numbers, words) {
        (true, true) => Err(format!("the select on ${name} mixes plural forms with other words")),
        (false, true) => Ok(Kind::Text),
        (_, false) => Ok(Kind::Number),
    }
}

/// Numbers are compared as whole numbers: `[1.0]` or `[01]` would never be met.
fn key(key: &VariantKey<String>) -> Result<String, String> {
    match key {
        VariantKey::Identifier { name } => Ok(name.clone()),
        VariantKey::NumberLiteral { value } => match value.parse::<i64>() {
            Ok(number) if number.to_string() == *value => Ok(format!("={value}")),
            _ => Err(format!("[{value}] is not a whole number")),
        },
    }
}
