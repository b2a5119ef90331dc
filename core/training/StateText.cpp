#include "training/StateText.h"

#include <cmath>

#include "nn/StateTensors.h"

namespace isostain {

Tensor tensorOfText(std::string_view text)
{
    Tensor tensor{{static_cast<std::int64_t>(text.size())}, {}};
    for (const char c : text)
        tensor.values.push_back(static_cast<float>(static_cast<unsigned char>(c)));
    return tensor;
}

Result<std::string> textFrom(const StateDict& state, const std::string& key, const std::string& subject)
{
    const auto found = state.find(key);
    if (found == state.end())
        return checkpointMismatch(subject, "'" + key + "' is missing");
    std::string text;
    for (const float value : found->second.values) {
        if (!(value >= 0 && value <= 255) || value != std::floor(value))
            return checkpointMismatch(subject, "'" + key + "' is damaged");
        text += static_cast<char>(static_cast<unsigned char>(value));
    }
    return text;
}

}
