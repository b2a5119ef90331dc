#include "inference/TorchThreads.h"

#include <ATen/Parallel.h>

#include "base/Parallel.h"

namespace isostain::torch_module {

void useTorchThreads(unsigned requested)
{
    const auto threads = static_cast<int>(threadCount(requested));
    if (at::get_num_threads() != threads)
        at::set_num_threads(threads);
}

}
