/// The disk: all that touches the files which hold the data.
///
/// The door is [dev.minikv.step07.disk.Disk]. [dev.minikv.step07.disk.RealDisk] is the machine's, and
/// [dev.minikv.step07.disk.SimulatedDisk] is one that can be crashed at will. What is in the files is not
/// known here.
package dev.minikv.step07.disk;
