#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include <QObject>
#include <QString>

#include "export/SavedExport.h"

namespace isostain {

class Background;
class ResumeBar;

/// An export that ended before all of its slides had their turn.
struct InterruptedExport {
    std::filesystem::path file; ///< that it is kept in
    Result<SavedExport> saved;
    std::size_t slidesLeft = 0;
};

/// The newest export of a folder that is neither running nor finished; what is finished or makes no sense is removed from the
/// folder. Blocks; any thread.
std::optional<InterruptedExport> findInterrupted(const std::filesystem::path& folder);

/// Says quietly that an export of an earlier run was interrupted, and what the user wants done about it. GUI thread only.
class InterruptedExports : public QObject {
    Q_OBJECT

public:
    /// The bar outlives the object.
    InterruptedExports(QString folder, Background& background, ResumeBar& bar, QObject* parent);

    /// Looks in the background.
    void look();

signals:
    void resumeRequested(const isostain::SavedExport& saved);

private:
    void show(const std::optional<InterruptedExport>& found);
    void resume();
    void discard();

    QString m_folder;
    Background& m_background;
    ResumeBar& m_bar;
    std::optional<InterruptedExport> m_shown;
};

}
