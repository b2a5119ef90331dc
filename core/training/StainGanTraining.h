#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>

#include "base/AtomicFile.h"
#include "base/Error.h"
#include "base/Progress.h"
#include "training/StainGanConfig.h"
#include "training/StainGanModel.h"
#include "training/StainGanSamples.h"

namespace isostain {

/// The folders of a training: images of the source's look and of the target's, which need not show the same.
struct StainGanFolders {
    std::filesystem::path source;
    std::filesystem::path target;
    /// Pairs by file name that the result is measured on after each epoch; both or none. They decide nothing.
    std::filesystem::path testSource;
    std::filesystem::path testTarget;
};

/// How a training ended.
struct StainGanOutcome {
    enum class End { Finished, Stopped };

    End end = End::Finished;
    std::uint64_t step = 0;  ///< done
    std::uint64_t steps = 0; ///< in all
    std::size_t sourceImages = 0;
    std::size_t targetImages = 0;
    std::filesystem::path generator;        ///< a state dict of the generator to the target
    std::optional<StainGanQuality> quality; ///< Finished, with test folders, and no stop while it was measured
};

/// What a training tells while it runs; on the thread that runs it. Either may be empty.
struct StainGanObserver {
    std::function<void(const Error&)> onLeftOut;                                ///< a file that is not trained on
    std::function<void(std::uint64_t step, std::span<const double> row)> onRow; ///< as in metrics.csv
};

/// Columns of metrics.csv after "step" (steps done). Those of kStainGanMeasureNames are means over the steps since the row
/// before, empty where they were not measured (the adversaries' while the generators learn to copy); then `learning_rate`;
/// then `psnr_target` and `ssim_target` on at most 16 of the test pairs, at the end of an epoch, else empty.
std::vector<std::string> stainGanColumns();

/// Trains a StainGAN into a new run folder: RUN/generator.pth (to the target) and RUN/generator-reverse.pth, PyTorch state
/// dicts with the published keys, as of the last checkpoint, beside what RunFolder.h says. Blocks; steps as progress. A
/// requested stop ends with a checkpoint and is no error. On the CPU of one machine, with the same number of threads, a
/// training that was stopped or killed and resumed ends with the same bits as one that was not.
/// Errors: InvalidArgument, those of UnpairedImages::read() for both sides, TrainingDataInvalid (both are the same images; a
/// test pair that cannot be measured), those of RunFolder, TrainingDiverged (a loss or a weight is no number, or a generator
/// paints one color whatever it is given), OutOfMemory, Internal; after the first step the run says so and its last
/// checkpoint is kept.
Result<StainGanOutcome> trainStainGan(const StainGanFolders& folders, const StainGanConfig& config,
                                      const std::filesystem::path& run, Overwrite overwrite, const StainGanModule& module,
                                      const StainGanObserver& observer, const JobControl& control);

/// Goes on with a run from its last checkpoint that can be read, with its settings, and its threads where `control` leaves
/// them open. `moved`: folders that are not empty replace those of the run; they must hold the same images.
/// Errors: as above; RunInvalid (also: a run of another kind), RunBusy, RunMismatch (the images have changed),
/// CheckpointMismatch, those of readCheckpoint() (no checkpoint of the run can be read).
Result<StainGanOutcome> resumeStainGan(const std::filesystem::path& run, const StainGanFolders& moved,
                                       const StainGanModule& module, const StainGanObserver& observer,
                                       const JobControl& control);

}
