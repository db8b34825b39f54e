/// The formats: how entries become bytes, and bytes become entries.
///
/// The door is [dev.minikv.step07.format.Format]. All here is pure: no file, no disk, no clock and no store
/// comes in, so the same bytes always give the same answer.
package dev.minikv.step07.format;
