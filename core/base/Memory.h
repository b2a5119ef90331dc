#pragma once

namespace isostain {

/// Has the allocator keep what is freed, from now on: tiles come and go by the thousand, and memory given back to the system
/// would have to be cleared for each anew, a tenth of the time of an export. For programs that end with their work; call it
/// before there are other threads.
void keepFreedMemory();

/// Gives memory that has been freed, but that the allocator keeps for later, back to the system: after much of it has been freed
/// at once. Takes milliseconds, in which other threads may wait for memory; any thread.
void giveBackFreedMemory();

}
