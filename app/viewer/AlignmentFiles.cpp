#include "AlignmentFiles.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>

#include "handover/Background.h"
#include "FileDialogs.h"
#include "base/Version.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

const QString kFolderKey = QStringLiteral("window/alignmentFolder");

QStringList filters()
{
    return {AlignmentFiles::tr("Alignments of two scans (%1)").arg(QStringLiteral("*.json")), AlignmentFiles::tr("All files (*)")};
}

QString baseNameOf(const SlidePtr& slide)
{
    return QFileInfo(toFileName(slide->info().path)).completeBaseName();
}

bool showsSecondScan(const ViewerPane& pane, const SlideSession& slides)
{
    return pane.view() == PaneView::SecondScan && pane.secondScan() && slides.slide();
}

}

AlignmentFiles::AlignmentFiles(Background& background, SlideSession& slides, QSettings& store, QWidget* window)
    : QObject(window),
      m_background(background),
      m_slides(slides),
      m_store(store),
      m_window(window)
{
}

void AlignmentFiles::chooseAndLoad(ViewerPane& pane)
{
    QFileDialog* dialog = makeOpenDialog(tr("Load an Alignment"), m_store, kFolderKey, m_window);
    dialog->setNameFilters(filters());
    connect(dialog, &QFileDialog::fileSelected, &pane, [this, &pane](const QString& path) { load(pane, path); });
    dialog->open();
}

void AlignmentFiles::chooseAndSave(ViewerPane& pane)
{
    if (!showsSecondScan(pane, m_slides))
        return;
    const QString name = tr("%1 on %2", "file name of the alignment of two scans")
                             .arg(baseNameOf(pane.secondScan()), baseNameOf(m_slides.slide())) +
                         QStringLiteral(".json");
    QFileDialog* dialog = makeSaveDialog(tr("Save the Alignment"), name, QStringLiteral("json"), m_store, kFolderKey, m_window);
    dialog->setNameFilters(filters());
    connect(dialog, &QFileDialog::fileSelected, &pane, [this, &pane](const QString& path) { save(pane, path); });
    dialog->open();
}

void AlignmentFiles::save(ViewerPane& pane, const QString& path)
{
    if (!showsSecondScan(pane, m_slides) || !pane.placement())
        return;
    const SavedAlignment alignment{describeScan(*m_slides.slide()), describeScan(*pane.secondScan()), *pane.placement(), kVersion};
    m_background.run(
        this, [alignment, file = toPath(path)] { return writeAlignment(alignment, file, Overwrite::Yes); },
        [this, path](const Result<void>& written) {
            if (written)
                emit saved(path);
            else
                emit failed(written.error());
        });
}

void AlignmentFiles::load(ViewerPane& pane, const QString& path)
{
    if (!showsSecondScan(pane, m_slides))
        return;
    const SlidePtr first = m_slides.slide();
    const SlidePtr second = pane.secondScan();
    const auto read = [file = toPath(path), firstScan = describeScan(*first), secondScan = describeScan(*second)] {
        return readAlignment(file).and_then([&](const SavedAlignment& saved) {
            return placementFor(saved, firstScan, secondScan, file.string());
        });
    };
    m_background.run(&pane, read, [this, &pane, first, second, path](const Result<ScanPlacement>& placement) {
        if (!showsSecondScan(pane, m_slides) || m_slides.slide() != first || pane.secondScan() != second)
            return;
        if (!placement) {
            emit failed(placement.error());
            return;
        }
        pane.setPlacement(*placement);
        emit loaded(path);
    });
}

}
