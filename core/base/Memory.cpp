#include "base/Memory.h"

#include <cstdlib>   // says whether this is __GLIBC__

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace isostain {

void keepFreedMemory()
{
#if defined(__GLIBC__)
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 4 << 20);
#endif
}

void giveBackFreedMemory()
{
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}

}
