#pragma once

namespace isostain {

/// Gives memory that has been freed, but that the allocator keeps for later, back to the system: after much of it has been freed
/// at once. Takes milliseconds, in which other threads may wait for memory; any thread.
void giveBackFreedMemory();

}
