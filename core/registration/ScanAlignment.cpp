#include "registration/ScanAlignment.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "base/Version.h"
#include "image/Guarded.h"
#include "registration/CoarseRegistration.h"

namespace isostain {

namespace {

Result<double> unitFor(const Slide& target, double mpp)
{
    if (mpp == 0)
        return 1;
    if (!target.info().mppX)
        return fail(ErrorCode::InvalidArgument, "--mpp", "the pixel size of the target is not known");
    const double unit = mpp / *target.info().mppX;
    if (!(unit >= 0.98 && unit <= 256))
        return fail(ErrorCode::InvalidArgument, "--mpp", "it lies beyond what the target has");
    return unit < 1.02 ? 1 : unit;
}

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

}

OneOpenCvThread::OneOpenCvThread() : m_before(cv::getNumThreads())
{
    cv::setNumThreads(1);
}

OneOpenCvThread::~OneOpenCvThread()
{
    cv::setNumThreads(m_before);
}

Result<ScanAlignment> alignScans(const Slide& source, const Slide& target, double mpp, const JobControl& control)
{
    const auto unit = unitFor(target, mpp);
    if (!unit)
        return tl::unexpected(unit.error());
    const OneOpenCvThread oneThread;
    const std::string subject = source.info().path.string();
    const auto coarse = guarded(subject, [&] { return alignOverviews(source, target, control.stop); });
    if (!coarse)
        return tl::unexpected(coarse.error());
    auto fine = guarded(subject, [&] { return refineAlignment(source, target, coarse->affine, *unit, control); });
    if (!fine)
        return tl::unexpected(fine.error());
    return ScanAlignment{*std::move(fine), *unit, coarse->matches, coarse->correlation};
}

std::string toJson(const ScanAlignment& alignment, const Slide& source, const Slide& target)
{
    const ScanTransform& transform = alignment.fine.transform;
    ScanPlacement placement{transform.affine};
    placement.residual = displacementSize(transform, alignment.fine.weights);
    auto document = nlohmann::ordered_json::parse(
        toJson(SavedAlignment{describeScan(target), describeScan(source), placement, kVersion}));
    nlohmann::ordered_json shifts = nlohmann::ordered_json::array();
    for (int row = 0; row < transform.displacement.rows; ++row)
        for (int column = 0; column < transform.displacement.cols; ++column) {
            const auto& shift = transform.displacement.at<cv::Vec2d>(row, column);
            shifts.push_back({rounded(shift[0]), rounded(shift[1])});
        }
    document["displacement"] = {{"spacing", transform.spacing},
                                {"columns", transform.displacement.cols},
                                {"rows", transform.displacement.rows},
                                {"shifts", std::move(shifts)}};
    return document.dump() + "\n";
}

}
