#include "folder/FolderPanel.h"

#include <algorithm>

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "folder/FolderSlides.h"
#include "overview/OverviewPicture.h"
#include "panels/ErrorText.h"
#include "panels/PathText.h"
#include "slide/SlideFolder.h"

namespace isostain {

namespace {

struct ReadSlide {
    QImage picture;
    StainSummary summary;
};

Result<ReadSlide> readSlide(const FolderPanel::Opener& opener, const std::filesystem::path& path, const JobControl& control)
{
    return opener(path).and_then([&](const SlidePtr& slide) -> Result<ReadSlide> {
        const auto sample = sampleSlide(*slide, kSampleSeed, control);
        if (!sample)
            return tl::unexpected(sample.error());
        ReadSlide read;
        const QImage picture = overviewPicture(*slide, FolderSlides::kPictureSide, control.stop);
        if (!picture.isNull())
            read.picture = picture.scaled(FolderSlides::kPictureSide, FolderSlides::kPictureSide, Qt::KeepAspectRatio,
                                          Qt::SmoothTransformation);
        read.summary = summarize(*sample);
        return read;
    });
}

}

FolderPanel::FolderPanel(Background& background, Opener opener, QWidget* parent)
    : QWidget(parent),
      m_background(background),
      m_opener(std::move(opener)),
      m_slides(new FolderSlides(this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_tree(new QTreeView),
      m_name(new QLabel),
      m_state(new QLabel),
      m_progress(new QProgressBar),
      m_copy(new QToolButton),
      m_listing(background),
      m_reading(background)
{
    makeTree();
    auto* choose = new QToolButton;
    choose->setObjectName(QStringLiteral("chooseSlideFolder"));
    choose->setText(tr("&Folder…"));
    choose->setToolTip(tr("Lists the slides of another folder"));
    m_copy->setObjectName(QStringLiteral("copySlideList"));
    m_copy->setText(tr("&Copy"));
    m_copy->setToolTip(tr("Copies the table for a spreadsheet"));
    for (QToolButton* button : {choose, m_copy})
        button->setAutoRaise(true);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_state->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(fontMetrics().height() / 3);
    m_progress->setAccessibleName(tr("Slides that have been read"));

    auto* head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(choose);
    head->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_tree, 1);
    column->addWidget(m_progress);
    column->addWidget(m_state);
    connect(choose, &QToolButton::clicked, this, &FolderPanel::folderRequested);
    connect(m_copy, &QToolButton::clicked, this, &FolderPanel::copy);
    showState();
}

FolderPanel::~FolderPanel() = default;

void FolderPanel::makeTree()
{
    m_sorted->setSourceModel(m_slides);
    m_sorted->setSortRole(Qt::UserRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_tree->setObjectName(QStringLiteral("folderSlides"));
    m_tree->setAccessibleName(tr("Slides of the folder"));
    m_tree->setModel(m_sorted);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(FolderSlides::Name, Qt::AscendingOrder);
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    const int letter = fontMetrics().averageCharWidth();
    m_tree->setColumnWidth(FolderSlides::Name, 30 * letter);
    for (const int column : {FolderSlides::Difference, FolderSlides::Tissue, FolderSlides::Hematoxylin, FolderSlides::Eosin})
        m_tree->setColumnWidth(column, std::max(10 * letter, m_tree->header()->sectionSizeHint(column) + letter));
    m_tree->setColumnWidth(FolderSlides::Mean, 22 * letter);
    m_tree->setTextElideMode(Qt::ElideMiddle); // slides of one patient differ at the end
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex& index) {
        emit openRequested(m_slides->slides()[std::size_t(m_sorted->mapToSource(index).row())].path);
    });
}

QSize FolderPanel::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 72, fontMetrics().height() * 30};
}

void FolderPanel::setFolder(const QString& folder)
{
    if (folder == m_folder)
        return;
    m_listing.stop();
    m_reading.stop();
    m_folder = folder;
    m_problem.clear();
    m_isListed = false;
    m_slides->setPaths({});
    if (isVisible())
        list();
    showState();
}

void FolderPanel::setCurrent(const QString& path)
{
    m_slides->setCurrent(path);
}

void FolderPanel::list()
{
    if (m_folder.isEmpty())
        return;
    m_listing.start([folder = toPath(m_folder)](const JobControl&) { return slidesIn(folder, FolderDepth::Alone); },
                    [this](const Result<std::vector<std::filesystem::path>>& found) {
                        m_isListed = true;
                        QStringList paths;
                        if (found)
                            for (const std::filesystem::path& path : *found)
                                paths << toFileName(path);
                        else
                            m_problem = errorText(found.error());
                        m_slides->setPaths(paths);
                        goOn();
                    });
}

void FolderPanel::goOn()
{
    showState();
    const int row = m_slides->nextWaiting();
    if (row < 0 || !isVisible() || m_reading.isRunning())
        return;
    m_slides->setReading(row);
    m_reading.start(
        [opener = m_opener, path = toPath(m_slides->slides()[std::size_t(row)].path)](const JobControl& control) {
            return readSlide(opener, path, control);
        },
        [this, row](Result<ReadSlide> read) {
            if (read)
                m_slides->setRead(row, std::move(read->picture), std::move(read->summary));
            else
                m_slides->setFailed(row, read.error());
            goOn();
        });
}

void FolderPanel::copy()
{
    std::vector<int> rows;
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        rows.push_back(m_sorted->mapToSource(m_sorted->index(row, 0)).row());
    QGuiApplication::clipboard()->setText(m_slides->text(rows));
}

void FolderPanel::showState()
{
    const int all = m_slides->rowCount();
    const int finished = m_slides->finishedCount();
    m_name->setText(m_folder.isEmpty() ? tr("No folder") : QFileInfo(m_folder).fileName());
    m_name->setToolTip(m_folder);
    m_copy->setEnabled(all > 0);
    m_progress->setRange(0, std::max(1, all));
    m_progress->setValue(finished);
    m_progress->setVisible(finished < all);
    if (!m_problem.isEmpty())
        m_state->setText(m_problem);
    else if (m_folder.isEmpty())
        m_state->setText(tr("Open a slide, or choose a folder of slides."));
    else if (!m_isListed)
        m_state->setText(tr("Looking for slides…"));
    else if (all == 0)
        m_state->setText(tr("There are no slides in this folder."));
    else if (finished < all)
        m_state->setText(tr("%1 of %n slide(s) read", nullptr, all).arg(QLocale().toString(finished)));
    else
        m_state->setText(tr("%n slide(s)", nullptr, all));
}

void FolderPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_isListed && !m_listing.isRunning())
        list();
    else
        goOn();
}

void FolderPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_reading.stop();
    m_slides->resetReading();
}

}
