#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/Error.h"
#include "normalize/StainProfile.h"

namespace isostain {

/// One of the methods that an evaluation compares.
struct EvaluationMethod {
    enum class Kind {
        Source,  ///< nothing is done: what every method has to beat
        Fitted,  ///< fitted to each image and to the evaluation's reference
        Profile, ///< as a file says: learned, or fitted to a target of its own
    };

    Kind kind = Kind::Source;
    std::string name;                                           ///< in tables; unique in an evaluation
    NormalizationMethod fitted = NormalizationMethod::Reinhard; ///< Fitted only
    StainProfile profile;                                       ///< Profile only
    std::string file;                                           ///< Profile only: its name without folders
};

/// What NAME can be in NAME[=FILE]: "source", the fitted methods, and with a file "stainnet", "staingan" (checkpoint or
/// profile) and "profile".
std::vector<std::string> evaluationMethodKeys();

/// English help for an option that takes these: "Method to evaluate, may be repeated: source, ...".
std::string evaluationMethodHelp();

/// Understands NAME[=FILE] and reads the files. A method that is named several times with different files is called NAME:FILE
/// (or NAME:FOLDER/FILE) in tables. Blocks; any thread. Errors: InvalidArgument (no such method, a file is missing or not
/// wanted, the same twice, a network of the other kind), those of readStainProfile().
Result<std::vector<EvaluationMethod>> readEvaluationMethods(std::span<const std::string> texts);

}
