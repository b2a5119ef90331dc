#pragma once

#include "wizard/WizardPage.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QRadioButton;
class QSpinBox;

namespace isostain {

class ParameterForm;
class PathField;
class Section;

/// Where the images come from, what the study is called and where it is kept. GUI thread only.
class DataPage : public WizardPage {
    Q_OBJECT

public:
    explicit DataPage(QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    void showDraft(const StudyDraft& draft) override;
    void write(StudyDraft& draft) const override;
    QString problem() const override;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeSources();
    QWidget* makePaths();
    QWidget* makeGenerated();
    QWidget* makeMore();
    QWidget* makeSlideList();
    QWidget* makeStudy();
    StudySource source() const;
    void showSource();
    void proposeName();
    void addSlides(const QStringList& files);
    void tell();

    std::vector<std::pair<StudySource, QRadioButton*>> m_sources;
    QWidget* m_paths;
    QFormLayout* m_pathForm;
    QLabel* m_pathHint;
    PathField* m_source;
    PathField* m_target;
    PathField* m_testSource;
    PathField* m_testTarget;
    PathField* m_pairs;
    ParameterForm* m_hold;
    ParameterForm* m_cut; ///< of slides
    QWidget* m_generated;
    QComboBox* m_stain;
    QSpinBox* m_tiles;
    Section* m_more;
    QListWidget* m_slides;
    PathField* m_classifierTrain;
    PathField* m_classifierTest;
    PathField* m_classifierWeights;
    QLineEdit* m_name;
    PathField* m_folder;
    QString m_proposedName;
    bool m_isShowing = false;
};

}
