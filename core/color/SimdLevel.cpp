#include "color/SimdLevel.h"

namespace isostain {

SimdLevel bestSimdLevel()
{
#if defined(__x86_64__)
    static const bool hasAvx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    return hasAvx2 ? SimdLevel::Avx2 : SimdLevel::Portable;
#else
    return SimdLevel::Portable;
#endif
}

}
