//! The fields of a structure in DER, one after the other. All structures are read by these few functions: a type of
//! its own for each would be compiled anew, field by field.

use sec1::der::asn1::{AnyRef, BitStringRef, UintRef};
use sec1::der::{Decode, Reader, Result, SliceReader, Tag, Tagged};

/// The fields of a sequence that are not read yet.
pub struct Fields<'a>(SliceReader<'a>);

impl<'a> Fields<'a> {
    /// Those of bytes that are one sequence.
    pub fn of(der: &'a [u8]) -> Result<Self> {
        Self::inside(AnyRef::from_der(der)?)
    }

    /// Those of a sequence within another.
    pub fn inside(sequence: AnyRef<'a>) -> Result<Self> {
        sequence.tag().assert_eq(Tag::Sequence)?;
        SliceReader::new(sequence.value()).map(Self)
    }

    /// The next one, whatever it is.
    pub fn any(&mut self) -> Result<AnyRef<'a>> {
        AnyRef::decode(&mut self.0)
    }

    /// The next one, which has to be of a type.
    pub fn of_type(&mut self, tag: Tag) -> Result<AnyRef<'a>> {
        let field = self.any()?;
        field.tag().assert_eq(tag)?;
        Ok(field)
    }

    /// The next one, which has to be a number that is not negative: big-endian, without zeros before it.
    pub fn number(&mut self) -> Result<&'a [u8]> {
        Ok(self.any()?.decode_as::<UintRef>()?.as_bytes())
    }

    /// The next one, which has to be a string of bits.
    pub fn bits(&mut self) -> Result<BitStringRef<'a>> {
        self.any()?.decode_as()
    }

    /// The next one, if it is of a type.
    pub fn optional(&mut self, tag: Tag) -> Result<Option<AnyRef<'a>>> {
        let is_there = !self.is_empty() && Tag::peek(&self.0)? == tag;
        is_there.then(|| self.any()).transpose()
    }

    /// Whether all are read.
    pub fn is_empty(&self) -> bool {
        self.0.is_finished()
    }

    /// That all are read.
    pub fn finish(self) -> Result<()> {
        self.0.finish()
    }
}
