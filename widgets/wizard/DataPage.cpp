#include "wizard/DataPage.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDate>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "normalize/ProfileNames.h"
#include "panels/PathText.h"
#include "wizard/ParameterForm.h"
#include "wizard/PathField.h"
#include "wizard/Section.h"

namespace isostain {

namespace {

constexpr int kLongestName = 80;

QLabel* makeHint(const QString& text)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel* makeHeading(const QString& text)
{
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

void addRow(QFormLayout& form, const QString& label, PathField* field)
{
    form.addRow(label, field);
    static_cast<QLabel*>(form.labelForField(field))->setBuddy(field->edit());
}

}

DataPage::DataPage(QWidget* parent) : WizardPage(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeSources());
    column->addWidget(makePaths());
    column->addWidget(makeGenerated());
    column->addWidget(makeStudy());
    m_more = new Section(tr("&More: whole slides, classifier"), makeMore(), Section::State::Closed);
    m_more->setObjectName(QStringLiteral("moreData"));
    column->addWidget(m_more);
    column->addStretch();
    setAcceptDrops(true);
}

QString DataPage::title() const
{
    return tr("Data");
}

QString DataPage::explanation() const
{
    return tr(
        "Which images should be brought to which look? The source is what your scanner gives; the target is the look that "
        "it should have.");
}

QWidget* DataPage::makeSources()
{
    struct Row {
        StudySource source;
        const char* name;
        QString text;
        QString hint;
    };
    const Row rows[] = {
        {StudySource::Folders, "fromFolders", tr("&Folders of images"),
         tr("Tiles or pictures of both looks. They need not show the same tissue.")},
        {StudySource::Slides, "fromSlides", tr("Slides &of both looks"),
         tr("Patches of tissue are cut from the slides of each. They need not show the same tissue.")},
        {StudySource::TwoScans, "fromTwoScans", tr("Two &scans of one glass"),
         tr("The same glass scanned twice. Both are aligned and cut into pairs.")},
        {StudySource::Generated, "fromGenerated", tr("&Try with generated data"),
         tr("Artificial tissue as two scanners see it: to learn how it works, without images of yours.")},
    };
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (const Row& row : rows) {
        auto* button = new QRadioButton(row.text);
        button->setObjectName(QLatin1String(row.name));
        button->setAccessibleDescription(row.hint);
        QLabel* hint = makeHint(row.hint);
        hint->setIndent(24);
        column->addWidget(button);
        column->addWidget(hint);
        m_sources.emplace_back(row.source, button);
        connect(button, &QRadioButton::toggled, this, [this](bool isOn) {
            if (!isOn)
                return;
            showSource();
            tell();
        });
    }
    return widget;
}

QWidget* DataPage::makePaths()
{
    m_source = new PathField(PathField::Kind::Folder, tr("Source"));
    m_source->setObjectName(QStringLiteral("sourcePath"));
    m_target = new PathField(PathField::Kind::Folder, tr("Target"));
    m_target->setObjectName(QStringLiteral("targetPath"));
    m_testSource = new PathField(PathField::Kind::Folder, tr("Source of the test pairs"));
    m_testSource->setObjectName(QStringLiteral("testSourcePath"));
    m_testTarget = new PathField(PathField::Kind::Folder, tr("Target of the test pairs"));
    m_testTarget->setObjectName(QStringLiteral("testTargetPath"));
    m_pairs = new PathField(PathField::Kind::File, tr("List of the test pairs"));
    m_pairs->setObjectName(QStringLiteral("pairsFile"));
    m_pairs->setPlaceholder(tr("Only where the file names differ"));
    for (PathField* field : {m_testSource, m_testTarget})
        field->setPlaceholder(tr("Needed to measure and to compare methods"));
    m_hold = new ParameterForm;
    m_hold->addReal(
        QStringLiteral("holdOut"), tr("Part of the glass for the test:"), 0.05, 0.5, 2,
        [](StudyConfig& config) -> double& { return config.data.holdOut; },
        tr("0.05 to 0.5 of its width: what is tested on is never trained on"));
    m_cut = new ParameterForm;
    m_cut->addNumber(
        QStringLiteral("patches"), tr("Patches of each look:"), 1, 2000,
        [](StudyConfig& config) -> int& { return config.data.tiles; },
        tr("Drawn at random from the tissue of all slides, the same every time"));
    m_cut->addReal(
        QStringLiteral("mpp"), tr("Micrometers per pixel:"), 0.05, 20, 4,
        [](StudyConfig& config) -> double& { return config.data.mpp; },
        tr("Slides of every magnification are resampled to it; 0.25 is about 40x, 0.5 about 20x"));
    m_pathHint = makeHint({});

    m_paths = new QWidget;
    m_pathForm = new QFormLayout;
    m_pathForm->setContentsMargins(0, 0, 0, 0);
    m_pathForm->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(*m_pathForm, tr("Sou&rce:"), m_source);
    addRow(*m_pathForm, tr("Tar&get:"), m_target);
    m_pathForm->addRow(QString(), m_pathHint);
    addRow(*m_pathForm, tr("Test so&urce:"), m_testSource);
    addRow(*m_pathForm, tr("Test t&arget:"), m_testTarget);
    addRow(*m_pathForm, tr("Pa&irs:"), m_pairs);
    // Beside the form: QFormLayout of Qt 6.4 writes beyond its memory when rows of a single widget are hidden.
    auto* column = new QVBoxLayout(m_paths);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_pathForm);
    column->addWidget(m_cut);
    column->addWidget(m_hold);
    for (PathField* field : {m_source, m_target, m_testSource, m_testTarget, m_pairs})
        connect(field, &PathField::changed, this, &DataPage::tell);
    for (ParameterForm* form : {m_hold, m_cut})
        connect(form, &ParameterForm::changed, this, &DataPage::tell);
    return m_paths;
}

QWidget* DataPage::makeGenerated()
{
    m_stain = new QComboBox;
    m_stain->setObjectName(QStringLiteral("stain"));
    m_stain->setAccessibleName(tr("Stain"));
    for (const Stain stain : {Stain::HematoxylinEosin, Stain::Papanicolaou})
        m_stain->addItem(QCoreApplication::translate("ProfileName", named(stain).displayName), int(stain));
    m_tiles = new QSpinBox;
    m_tiles->setObjectName(QStringLiteral("tiles"));
    m_tiles->setAccessibleName(tr("Tiles of each look"));
    m_tiles->setRange(1, 2000);
    m_generated = new QWidget;
    auto* form = new QFormLayout(m_generated);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("St&ain:"), m_stain);
    form->addRow(tr("Ti&les of each look:"), m_tiles);
    connect(m_stain, &QComboBox::currentIndexChanged, this, &DataPage::tell);
    connect(m_tiles, &QSpinBox::valueChanged, this, &DataPage::tell);
    return m_generated;
}

QWidget* DataPage::makeSlideList()
{
    m_slides = new QListWidget;
    m_slides->setObjectName(QStringLiteral("slides"));
    m_slides->setAccessibleName(tr("Whole slides to compare on"));
    m_slides->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_slides->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_slides->setMinimumHeight(fontMetrics().height() * 4);
    auto* add = new QPushButton(tr("A&dd…"));
    add->setObjectName(QStringLiteral("addSlides"));
    add->setAccessibleName(tr("Add slides"));
    auto* remove = new QPushButton(tr("Remo&ve"));
    remove->setObjectName(QStringLiteral("removeSlides"));
    remove->setAccessibleName(tr("Remove the selected slides"));
    remove->setEnabled(false);
    for (QPushButton* button : {add, remove})
        button->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Slides to Compare on"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFiles);
        connect(dialog, &QFileDialog::filesSelected, this, &DataPage::addSlides);
        dialog->open();
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        qDeleteAll(m_slides->selectedItems());
        tell();
    });
    connect(m_slides, &QListWidget::itemSelectionChanged, remove,
            [this, remove] { remove->setEnabled(!m_slides->selectedItems().isEmpty()); });
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addStretch();
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_slides, 1);
    row->addLayout(buttons);
    return widget;
}

QWidget* DataPage::makeMore()
{
    m_classifierTrain = new PathField(PathField::Kind::Folder, tr("Labelled images of the target's look"));
    m_classifierTrain->setObjectName(QStringLiteral("classifierTrain"));
    m_classifierTest = new PathField(PathField::Kind::Folder, tr("Labelled images of the source's look"));
    m_classifierTest->setObjectName(QStringLiteral("classifierTest"));
    m_classifierWeights = new PathField(PathField::Kind::File, tr("Weights of SqueezeNet 1.1"));
    m_classifierWeights->setObjectName(QStringLiteral("classifierWeights"));
    m_classifierWeights->setPlaceholder(tr("Without: the classifier begins untrained"));
    for (PathField* field : {m_classifierTrain, m_classifierTest, m_classifierWeights})
        connect(field, &PathField::changed, this, &DataPage::tell);

    auto* widget = new QWidget;
    auto* form = new QFormLayout(widget);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    QWidget* slides = makeSlideList();
    form->addRow(tr("Whole slid&es:"), slides);
    static_cast<QLabel*>(form->labelForField(slides))->setBuddy(m_slides);
    form->addRow(QString(), makeHint(tr("Of the source's look: to compare how much of their structure each method keeps.")));
    addRow(*form, tr("Classifier, training:"), m_classifierTrain);
    addRow(*form, tr("Classifier, test:"), m_classifierTest);
    form->addRow(QString(),
                 makeHint(tr("Folders with one folder of images per class. The training images have the target's look, "
                             "the test images the source's.")));
    addRow(*form, tr("Classifier, weights:"), m_classifierWeights);
    return widget;
}

QWidget* DataPage::makeStudy()
{
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("studyName"));
    m_name->setAccessibleName(tr("Name of the study"));
    m_name->setMaxLength(kLongestName);
    m_folder = new PathField(PathField::Kind::Folder, tr("Folder that studies are kept in"));
    m_folder->setObjectName(QStringLiteral("studyFolder"));
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        if (!m_isShowing)
            emit changed();
    });
    connect(m_folder, &PathField::changed, this, &DataPage::tell);

    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(makeHeading(tr("Study")));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name:"), m_name);
    addRow(*form, tr("&Keep in:"), m_folder);
    column->addLayout(form);
    return widget;
}

StudySource DataPage::source() const
{
    for (const auto& [source, button] : m_sources)
        if (button->isChecked())
            return source;
    return StudySource::Generated;
}

void DataPage::showSource()
{
    const StudySource source = this->source();
    const bool isFolders = source == StudySource::Folders || source == StudySource::Slides;
    m_paths->setVisible(source != StudySource::Generated);
    m_generated->setVisible(source == StudySource::Generated);
    for (QWidget* field : {m_testSource, m_testTarget, m_pairs}) {
        field->setVisible(isFolders);
        m_pathForm->labelForField(field)->setVisible(isFolders);
    }
    m_hold->setVisible(source == StudySource::TwoScans);
    m_cut->setVisible(source == StudySource::Slides);
    for (PathField* field : {m_source, m_target})
        field->setKind(isFolders ? PathField::Kind::Folder : PathField::Kind::Slide);
    m_pathHint->setText(source == StudySource::Slides
                            ? tr("Folders of slides, with those in folders below. For figures and measurements, add pairs of images "
                                 "that show the same place in both looks:")
                        : isFolders ? tr("PNG, JPEG or TIFF, also in folders below. For figures and measurements, add pairs that "
                                       "show the same place in both looks:")
                                  : tr("Slides or pictures of the same glass."));
    proposeName();
}

void DataPage::proposeName()
{
    // What the user has typed stays.
    if (m_isShowing || (!m_name->text().isEmpty() && m_name->text() != m_proposedName))
        return;
    const QString date = QDate::currentDate().toString(Qt::ISODate);
    const QString from = QFileInfo(toFileName(m_source->path())).completeBaseName();
    const QString to = QFileInfo(toFileName(m_target->path())).completeBaseName();
    QString name = tr("Study of %1").arg(date);
    if (source() == StudySource::Generated)
        name = tr("%1 demo %2").arg(m_stain->currentText(), date);
    else if (!from.isEmpty() && !to.isEmpty())
        name = tr("%1 to %2").arg(from, to);
    m_proposedName = name.left(kLongestName);
    m_name->setText(m_proposedName);
}

void DataPage::tell()
{
    if (m_isShowing)
        return;
    proposeName();
    emit changed();
}

void DataPage::showDraft(const StudyDraft& draft)
{
    m_isShowing = true;
    const StudyData& given = draft.config.data;
    for (const auto& [source, button] : m_sources)
        button->setChecked(source == given.source);
    m_source->setPath(given.sourcePath);
    m_target->setPath(given.targetPath);
    m_testSource->setPath(given.testSourcePath);
    m_testTarget->setPath(given.testTargetPath);
    m_pairs->setPath(given.pairsFile);
    m_hold->showConfig(draft.config);
    m_cut->showConfig(draft.config);
    m_stain->setCurrentIndex(std::max(0, m_stain->findData(int(given.stain))));
    m_tiles->setValue(given.tiles);
    m_slides->clear();
    for (const auto& slide : given.slides)
        m_slides->addItem(toFileName(slide));
    m_classifierTrain->setPath(given.classifierTrain);
    m_classifierTest->setPath(given.classifierTest);
    m_classifierWeights->setPath(given.classifierWeights);
    if (!given.slides.empty() || !given.classifierTrain.empty() || !given.classifierTest.empty())
        m_more->setOpen(Section::State::Open);
    m_folder->setPath(toPath(draft.folder));
    const QString name = QString::fromStdString(draft.config.name);
    if (name != m_name->text().trimmed())
        m_name->setText(name);
    m_isShowing = false;
    showSource();
}

void DataPage::write(StudyDraft& draft) const
{
    StudyData& given = draft.config.data;
    given.source = source();
    given.sourcePath = m_source->path();
    given.targetPath = m_target->path();
    given.testSourcePath = m_testSource->path();
    given.testTargetPath = m_testTarget->path();
    given.pairsFile = m_pairs->path();
    m_hold->write(draft.config);
    given.stain = Stain(m_stain->currentData().toInt());
    if (given.source == StudySource::Slides)
        m_cut->write(draft.config);
    else
        given.tiles = m_tiles->value();
    given.slides.clear();
    for (int i = 0; i < m_slides->count(); ++i)
        given.slides.push_back(toPath(m_slides->item(i)->text()));
    given.classifierTrain = m_classifierTrain->path();
    given.classifierTest = m_classifierTest->path();
    given.classifierWeights = m_classifierWeights->path();
    draft.config.name = m_name->text().trimmed().toStdString();
    draft.folder = toFileName(m_folder->path());
}

QString DataPage::problem() const
{
    const bool isFolders = source() == StudySource::Folders || source() == StudySource::Slides;
    const bool isSlides = source() == StudySource::Slides;
    if (source() != StudySource::Generated) {
        if (m_source->path().empty())
            return isSlides    ? tr("Choose the folder of the source's slides.")
                   : isFolders ? tr("Choose the folder of the source's images.")
                               : tr("Choose the scan that is the source.");
        if (m_target->path().empty())
            return isSlides    ? tr("Choose the folder of the target's slides.")
                   : isFolders ? tr("Choose the folder of the target's images.")
                               : tr("Choose the scan that is the target.");
        if (m_source->path() == m_target->path())
            return tr("Source and target are the same. Choose another one.");
    }
    if (isFolders && m_testSource->path().empty() != m_testTarget->path().empty())
        return tr("Choose both folders of the test pairs, or none.");
    if (m_classifierTrain->path().empty() != m_classifierTest->path().empty())
        return tr("Choose both folders of the classifier, or none.");
    if (m_name->text().trimmed().isEmpty())
        return tr("Give the study a name.");
    if (m_folder->path().empty())
        return tr("Choose the folder that the study is kept in.");
    return {};
}

void DataPage::addSlides(const QStringList& files)
{
    for (const QString& file : files)
        if (m_slides->findItems(file, Qt::MatchExactly).isEmpty())
            m_slides->addItem(file);
    tell();
}

void DataPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (!firstLocalFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

/// Two at once are source and target; one fills the first of them that is empty.
void DataPage::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    if (source() == StudySource::Generated)
        m_sources.front().second->setChecked(true);
    if (paths.size() == 1) {
        (m_source->path().empty() ? m_source : m_target)->setPath(toPath(paths.front()));
    } else {
        m_source->setPath(toPath(paths[0]));
        m_target->setPath(toPath(paths[1]));
    }
}

}
