#pragma once

namespace isostain {

/// Which form of a hot loop runs. Callers outside tests and benchmarks use bestSimdLevel().
enum class SimdLevel {
    Portable,   ///< plain C++, whatever the compiler's baseline is
    Avx2,       ///< AVX2 and FMA
};

/// The best level this processor (and operating system) supports; asked once. Any thread.
SimdLevel bestSimdLevel();

}

/// Compiles one function for AVX2 and FMA in a file that is otherwise built for the baseline processor, so that no inline
/// function of a shared header is ever emitted with instructions that an older processor lacks.
#if defined(__x86_64__)
#define ISOSTAIN_TARGET_AVX2 __attribute__((target("avx2,fma")))
#define ISOSTAIN_TARGET_AVX512 __attribute__((target("avx512f")))
#endif
