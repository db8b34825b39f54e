/// What readers type: sessions are replayed byte for byte, and commands must exist.
///
/// The doors are [dev.minikv.checks.session.Transcripts] and [dev.minikv.checks.session.Commands].
package dev.minikv.checks.session;
