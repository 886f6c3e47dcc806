//! What the fuzz targets share: how a file goes through the reading process, what must hold of what comes back, and how files of a
//! format are changed so that they stay files of that format.

pub mod child;
pub mod compound;
pub mod encrypted;
pub mod memory;
pub mod package;
pub mod seed;
pub mod sound;
pub mod word;
pub mod xml;
