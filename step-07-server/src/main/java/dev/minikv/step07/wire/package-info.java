/// The wire: bytes that become requests, and replies that become bytes.
///
/// The protocol is RESP2, and RESP3 for clients that ask for it. [dev.minikv.step07.wire.RequestReader] and
/// [dev.minikv.step07.wire.ReplyWriter] are the server's side, [dev.minikv.step07.wire.ReplyReader] and
/// [dev.minikv.step07.wire.RequestWriter] the client's. No socket, no store and no command comes in.
package dev.minikv.step07.wire;
