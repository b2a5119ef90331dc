#pragma once

#include <string>
#include <string_view>

#include "base/Error.h"
#include "nn/Checkpoint.h"

namespace isostain {

/// A text as a tensor of its bytes, so that it can stand in a state dict beside weights.
Tensor tensorOfText(std::string_view text);
/// The opposite. Errors: CheckpointMismatch about `subject` (the key is missing, values that are no bytes).
Result<std::string> textFrom(const StateDict& state, const std::string& key, const std::string& subject);

}
