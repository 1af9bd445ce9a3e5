//! What a learner typed and chose in a step, by name. All else follows from it.

/// The inputs of a step. The names are those the step starts with; others are not taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model(Vec<(&'static str, String)>);

/// The longest text that a field takes, in units of UTF-16: what a lesson computes of it is computed at every keystroke.
pub const MAX_LENGTH: usize = 4096;

/// The same in bytes, of which a unit takes three at most.
const MAX_INPUT: usize = 3 * MAX_LENGTH;

impl Model {
    pub fn new(start: &[(&'static str, &str)]) -> Self {
        let held = start
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()));
        Self(held.collect())
    }

    /// What a name holds; nothing where it is not known.
    pub fn get(&self, name: &str) -> &str {
        let held = self.0.iter().find(|(own, _)| *own == name);
        held.map_or("", |(_, value)| value)
    }

    /// A whole number, or 0.
    pub fn number(&self, name: &str) -> usize {
        self.get(name).parse().unwrap_or(0)
    }

    /// Whether a name holds this.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.get(name) == value
    }

    /// Says whether the name is known.
    pub fn put(&mut self, name: &str, value: &str) -> bool {
        let held = self.0.iter_mut().find(|(own, _)| *own == name);
        let Some((_, held)) = held else { return false };
        value[..value.floor_char_boundary(MAX_INPUT)].clone_into(held);
        true
    }
}
