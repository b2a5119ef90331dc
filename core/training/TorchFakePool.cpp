#include "training/TorchFakePool.h"

#include <sstream>

#include <ATen/ATen.h>

#include "nn/StateTensors.h"
#include "training/StateText.h"
#include "training/TorchAdam.h"

namespace isostain::torch_module {

at::Tensor TorchFakePool::exchanged(const at::Tensor& fakes)
{
    if (m_capacity == 0)
        return fakes;
    std::vector<at::Tensor> shown;
    for (std::int64_t i = 0; i < fakes.size(0); ++i) {
        const at::Tensor fake = fakes.narrow(0, i, 1);
        if (m_kept.size() < m_capacity) {
            m_kept.push_back(fake.clone());
            shown.push_back(fake);
        } else if (m_random() % 2 == 0) {
            shown.push_back(fake);
        } else {
            at::Tensor& place = m_kept[m_random() % m_capacity];
            shown.push_back(place);
            place = fake.clone();
        }
    }
    return at::cat(shown);
}

void TorchFakePool::save(StateDict& state, const std::string& prefix) const
{
    std::ostringstream random;
    random << m_random;
    state[prefix + "random"] = tensorOfText(random.str());
    state[prefix + "count"] = tensorOfText(std::to_string(m_kept.size()));
    if (!m_kept.empty())
        state[prefix + "images"] = plainTensor(at::cat(m_kept));
}

Result<void> TorchFakePool::restore(const StateDict& state, const std::string& prefix, int size, const at::Device& device,
                                    const std::string& subject)
{
    const auto random = textFrom(state, prefix + "random", subject);
    const auto count = textFrom(state, prefix + "count", subject);
    if (!random || !count)
        return tl::unexpected(!random ? random.error() : count.error());
    std::istringstream randomStream(*random), countStream(*count);
    std::size_t images = 0;
    if (!(randomStream >> m_random) || !(countStream >> images) || images > m_capacity)
        return checkpointMismatch(subject, "the pool '" + prefix + "' is damaged");
    m_kept.clear();
    if (images == 0)
        return {};
    const auto kept = tensorFrom(state, prefix + "images", {static_cast<std::int64_t>(images), 3, size, size}, subject);
    if (!kept)
        return tl::unexpected(kept.error());
    for (std::int64_t i = 0; i < kept->size(0); ++i)
        m_kept.push_back(kept->narrow(0, i, 1).to(device).clone());
    return {};
}

}
