#include "training/LabelledImages.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>

#include "base/Parallel.h"
#include "dataset/ImageFolder.h"
#include "image/Guarded.h"
#include "image/ImageFile.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

bool isHidden(const fs::path& path)
{
    return path.filename().string().starts_with('.');
}

/// What lies in a folder, sorted: the order of a folder differs from one file system to the next.
Result<std::vector<fs::path>> entriesOf(const fs::path& folder)
{
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (!isHidden(entry->path()))
            entries.push_back(entry->path());
    if (error)
        return fail(error == std::errc::no_such_file_or_directory ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable,
                    folder.string(), error.message());
    std::sort(entries.begin(), entries.end());
    return entries;
}

Result<std::vector<fs::path>> classFolders(const fs::path& folder)
{
    auto entries = entriesOf(folder);
    if (!entries)
        return entries;
    std::erase_if(*entries, [](const fs::path& entry) {
        std::error_code error;
        return !fs::is_directory(entry, error);
    });
    if (entries->size() != LabelledImages::kClasses)
        return fail(ErrorCode::TrainingDataInvalid, folder.string(),
                    "it holds " + std::to_string(entries->size()) +
                        " folders of images; a classifier needs two, one for each class");
    return entries;
}

Result<LabelledImages> listed(const fs::path& folder)
{
    const auto classes = classFolders(folder);
    if (!classes)
        return tl::unexpected(classes.error());
    LabelledImages result;
    result.folder = folder;
    for (std::size_t i = 0; i < LabelledImages::kClasses; ++i) {
        result.classes[i] = (*classes)[i].filename().string();
        const auto files = entriesOf((*classes)[i]);
        if (!files)
            return tl::unexpected(files.error());
        for (const fs::path& file : *files)
            if (isImageName(file))
                result.images.push_back(
                    {file, result.classes[i] + "/" + file.filename().string(), static_cast<std::uint8_t>(i), {}});
    }
    return result;
}

/// Decodes a list of images on several threads; the first in the list stay in memory as far as it goes.
class Decoder {
public:
    Decoder(LabelledImages& images, std::size_t keptBytes, const JobControl& control)
        : m_images(images),
          m_keptBytes(keptBytes),
          m_control(control),
          m_sizes(images.images.size()),
          m_errors(images.images.size())
    {
    }

    Result<void> run()
    {
        const bool isComplete = parallelFor(
            m_images.images.size(), [this](std::size_t i) { decode(i); }, m_control.threads, m_control.stop);
        if (!isComplete)
            return fail(ErrorCode::Cancelled, m_images.folder.string());
        // Memory that runs out here is no fault of the image.
        for (const auto& error : m_errors)
            if (error && error->code == ErrorCode::OutOfMemory)
                return tl::unexpected(*error);
        leaveOutUnreadable();
        return {};
    }

private:
    void decode(std::size_t index)
    {
        LabelledImage& image = m_images.images[index];
        auto pixels = readImage(image.path);
        if (pixels) {
            m_sizes[index] = pixels->pixels.size();
            const std::size_t bytes = 3 * pixels->pixels.total();
            // Reckoned by the place in the list, not by who comes first, so that every run keeps the same.
            if (bytes * (index + 1) <= m_keptBytes)
                image.kept = *std::move(pixels);
        } else {
            m_errors[index] = pixels.error();
        }
        const std::lock_guard lock(m_mutex);
        m_control.report(++m_done, m_images.images.size());
    }

    void leaveOutUnreadable()
    {
        std::vector<LabelledImage> readable;
        std::vector<cv::Size> sizes;
        for (std::size_t i = 0; i < m_images.images.size(); ++i) {
            if (m_errors[i]) {
                m_images.skipped.push_back(*m_errors[i]);
            } else {
                readable.push_back(std::move(m_images.images[i]));
                sizes.push_back(m_sizes[i]);
            }
        }
        m_images.images = std::move(readable);
        m_sizes = std::move(sizes);
    }

public:
    /// Of the readable images.
    const std::vector<cv::Size>& sizes() const { return m_sizes; }

private:
    LabelledImages& m_images;
    std::size_t m_keptBytes;
    const JobControl& m_control;
    std::vector<cv::Size> m_sizes;
    std::vector<std::optional<Error>> m_errors;
    std::mutex m_mutex;
    std::size_t m_done = 0;
};

std::string sizeText(const cv::Size& size)
{
    return std::to_string(size.width) + " x " + std::to_string(size.height);
}

Result<void> takeSize(LabelledImages& images, const std::vector<cv::Size>& sizes)
{
    for (std::uint8_t label = 0; label < LabelledImages::kClasses; ++label)
        if (images.countOf(label) == 0)
            return fail(ErrorCode::TrainingDataInvalid, (images.folder / images.classes[label]).string(),
                        images.skipped.empty() ? "no PNG, JPEG or TIFF image is in it" : "none of its images can be read");
    for (std::size_t i = 1; i < sizes.size(); ++i)
        if (sizes[i] != sizes[0])
            return fail(ErrorCode::TrainingDataInvalid, images.folder.string(),
                        images.images[i].name + " has " + sizeText(sizes[i]) + " pixels and " + images.images[0].name + " " +
                            sizeText(sizes[0]) + "; cut all patches to one size at one magnification");
    images.width = sizes[0].width;
    images.height = sizes[0].height;
    return {};
}

}

std::size_t LabelledImages::countOf(std::uint8_t label) const
{
    return static_cast<std::size_t>(
        std::count_if(images.begin(), images.end(), [label](const LabelledImage& image) { return image.label == label; }));
}

Result<LabelledImages> readLabelledImages(const fs::path& folder, const JobControl& control, std::size_t keptBytes)
{
    return guarded(folder.string(), [&]() -> Result<LabelledImages> {
        auto images = listed(folder);
        if (!images)
            return images;
        Decoder decoder(*images, keptBytes, control);
        if (const auto decoded = decoder.run(); !decoded)
            return tl::unexpected(decoded.error());
        if (const auto checked = takeSize(*images, decoder.sizes()); !checked)
            return tl::unexpected(checked.error());
        return images;
    });
}

Result<RgbImage> pixelsOf(const LabelledImage& image)
{
    if (!image.kept.isEmpty())
        return image.kept;
    return readImage(image.path);
}

}
