#include "InterruptedExports.h"

#include <algorithm>
#include <system_error>

#include <QDir>

#include "export/ResumeBar.h"
#include "handover/Background.h"
#include "panels/ErrorText.h"
#include "panels/PathText.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

struct DatedFile {
    fs::path path;
    fs::file_time_type time;
};

/// Newest first.
std::vector<DatedFile> filesIn(const fs::path& folder)
{
    std::vector<DatedFile> files;
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        std::error_code ignored;
        const bool isHidden = entry->path().filename().native().starts_with('.');
        if (!isHidden && entry->path().extension() == ".json" && entry->is_regular_file(ignored))
            files.push_back({entry->path(), entry->last_write_time(ignored)});
    }
    std::sort(files.begin(), files.end(), [](const DatedFile& a, const DatedFile& b) { return a.time > b.time; });
    return files;
}

}

std::optional<InterruptedExport> findInterrupted(const fs::path& folder)
{
    for (const DatedFile& file : filesIn(folder)) {
        InterruptedExport found{file.path, readSavedExport(file.path), 0};
        if (!found.saved && found.saved.error().code != ErrorCode::CorruptFile)
            return found; // the profile's checkpoint may come back
        if (found.saved && isRunning(*found.saved))
            continue;
        if (found.saved)
            found.slidesLeft = slidesLeft(*found.saved).size();
        if (found.slidesLeft > 0)
            return found;
        std::error_code ignored;
        fs::remove(file.path, ignored);
    }
    return std::nullopt;
}

InterruptedExports::InterruptedExports(QString folder, Background& background, ResumeBar& bar, QObject* parent)
    : QObject(parent),
      m_folder(std::move(folder)),
      m_background(background),
      m_bar(bar)
{
    connect(&m_bar, &ResumeBar::resumeRequested, this, &InterruptedExports::resume);
    connect(&m_bar, &ResumeBar::discardRequested, this, &InterruptedExports::discard);
}

void InterruptedExports::look()
{
    m_background.run(
        this, [folder = toPath(m_folder)] { return findInterrupted(folder); },
        [this](const std::optional<InterruptedExport>& found) { show(found); });
}

void InterruptedExports::show(const std::optional<InterruptedExport>& found)
{
    m_shown = found;
    if (!found)
        m_bar.hide();
    else if (found->saved)
        m_bar.showInterrupted(static_cast<int>(found->slidesLeft), static_cast<int>(found->saved->slides.size()),
                              QDir::toNativeSeparators(toFileName(found->saved->folder)));
    else
        m_bar.showUnusable(errorText(found->saved.error()));
}

/// It is kept until the export that is begun from it has ended.
void InterruptedExports::resume()
{
    m_bar.hide();
    if (m_shown && m_shown->saved)
        emit resumeRequested(*m_shown->saved);
}

void InterruptedExports::discard()
{
    m_bar.hide();
    if (!m_shown)
        return;
    m_background.run(
        this,
        [file = m_shown->file] {
            std::error_code ignored;
            return fs::remove(file, ignored);
        },
        [this](bool isGone) {
            if (isGone)
                look();
        });
}

}
